"""PhoneStep: two people read a fingerprint to each other; the screen keeps its end to itself."""

from PySide6.QtCore import Qt, Signal

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.convention_lue import ConventionLue
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.groups import Groups
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

_CALL = (
    "Appelez-le au numéro que vous aviez déjà\xa0: celui du fichier serait faux si quelqu’un avait "
    "pris sa place."
)
_READ = "1. Lisez-lui ces six groupes. Il doit avoir les mêmes sur son écran."
_HEAR = "2. Il vous lit les deux derniers. Tapez-les ici"
_EMPTY = "Tapez les deux groupes de quatre signes que l’animateur vous lit."
_PER_ROW = 3
_SIGNS = 8


class PhoneStep(Card):
    """Signals:
    heard: str, the two groups as they were typed.
    """

    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__(sunken=True)
        self.groups = Groups(_PER_ROW)
        self.typed = LineEdit(chars=12)
        self.typed.setMaxLength(24)
        self.field = Field(_HEAR, self.typed)
        self.confirm_button = Button("Confirmer la convention", "primary", "check")
        self.body.addWidget(Label("L’empreinte, au téléphone avec l’animateur", "strong"))
        self.body.addWidget(NoteLine("phone", _CALL, "secondary", "info", ink="text2"))
        for part in (Paragraph(_READ, "body"), self.groups, self.field):
            self.body.addWidget(part)
        self.body.addLayout(row(self.confirm_button, None))
        self.confirm_button.clicked.connect(self._on_clicked)
        self.typed.returnPressed.connect(self._on_clicked)

    def show_convention(self, lue: ConventionLue) -> None:
        self.groups.show_groups(lue.groupes_lus)
        self.typed.clear()
        self.field.set_error(None)
        self.confirm_button.setEnabled(True)

    def refuse(self, error: AppError) -> None:
        self.confirm_button.setEnabled(True)
        self.field.set_error(f"{error.sentence} {error.way_out}")
        self.typed.selectAll()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        typed = self.typed.text()
        if len("".join(typed.split())) != _SIGNS:
            self.field.set_error(_EMPTY)
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.field.set_error(None)
        self.confirm_button.setEnabled(False)
        self.heard.emit(typed)
