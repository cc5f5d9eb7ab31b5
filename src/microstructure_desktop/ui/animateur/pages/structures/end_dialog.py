"""EndDialog: the last month that is awaited of a structure that stops."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field

_WHAT = (
    "Ses mois reçus restent comptés. Ceux d’après le dernier mois ne seront plus attendus ni "
    "relancés."
)


class EndDialog(DialogFrame):
    def __init__(self, parent: QWidget, nom: str, months: Iterable[Mois]) -> None:
        super().__init__(parent, "log-out", "warn", f"Fin de l’inscription de {nom}", _WHAT)
        choices = tuple((str(mois), words.month(mois)) for mois in months)
        self.last = ComboField(choices, chars=16)
        self.last.set_value(choices[0][0])
        self.body.addSpacing(8)
        self.body.addWidget(Field("Dernier mois attendu", self.last))
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.end_button = self.add_button("Mettre fin à l’inscription", "primary", accepts=True)

    def chosen(self) -> Mois:
        return Mois.lire(self.last.value())
