"""PhoneStep: two people read a fingerprint to each other; the screen keeps its end to itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.convention_lue import ConventionLue
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import words

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
        self.groups = Groups()
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


class Groups(QWidget):
    """A fingerprint in large, group by group."""

    def __init__(self, per_row: int = _PER_ROW) -> None:
        super().__init__()
        self._per_row = per_row
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(22)
        self._grid.setVerticalSpacing(2)
        self._labels: list[Label] = []
        self.setLayout(row(boxed(self._grid), None))

    def show_groups(self, groups: str) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = [Label(group, "figure") for group in groups.split()]
        for place, label in enumerate(self._labels):
            label.setAccessibleName(words.spoken(label.text()))
            self._grid.addWidget(label, *divmod(place, self._per_row))
        self.setAccessibleName(words.spoken(groups))

    def text(self) -> str:
        return " ".join(label.text() for label in self._labels)
