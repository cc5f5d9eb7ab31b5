"""RegisterField: where the register is, folded away: almost nobody needs another place."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_HINT = (
    "Laissez vide\xa0: le registre reste sur cet ordinateur. Sur un serveur PostgreSQL, donnez son "
    "adresse, sans mot de passe\xa0: postgresql://utilisateur@serveur/base"
)


class RegisterField(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.fold_button = Button(
            "Réglage avancé\xa0: un registre ailleurs", "link", "chevron-down"
        )
        self.fold_button.clicked.connect(self._on_fold_clicked)
        self.edit = LineEdit()
        self.field = Field("Adresse du registre", self.edit, hint=_HINT, optional=True)
        self.field.hide()
        self.setLayout(column(self.fold_button, self.field, spacing=8))

    def url(self) -> str:
        return self.edit.text().strip()

    def _on_fold_clicked(self) -> None:
        shown = self.field.isHidden()
        self.field.setVisible(shown)
        self.fold_button.set_icon("chevron-up" if shown else "chevron-down")
        if shown:
            self.edit.setFocus()
