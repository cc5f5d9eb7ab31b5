"""The imports already done, each with the way to undo it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.services.reprise import LotVu
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag

from . import words

_KEEPS = (
    "Annuler une reprise retire les dossiers qu’elle a créés. Ceux où quelque chose a été noté "
    "depuis restent."
)


class LotsCard(Card):
    """Hidden while nothing was ever imported.

    Signals:
        undo_asked: the id of the import to undo.
    """

    undo_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Reprises déjà faites")
        self.buttons: list[Button] = []
        self._lines = column(spacing=10)
        self.body.addWidget(Paragraph(_KEEPS, "secondary"))
        self.body.addLayout(self._lines)
        self.hide()

    def show_lots(self, lots: Sequence[LotVu]) -> None:
        clear(self._lines)
        self.buttons = []
        for vu in lots:
            self._lines.addWidget(Rule())
            self._add(vu)
        self.setVisible(bool(lots))

    def _add(self, vu: LotVu) -> None:
        title, detail = words.past(vu)
        said = column(Label(title, "strong"), Label(detail, "caption"), spacing=0)
        line = row(said, spacing=12)
        line.setStretchFactor(said, 1)
        if vu.lot.annule:
            line.addWidget(Tag("Annulée"))
        else:
            button = Button("Annuler cette reprise", "normal", "undo-2")
            button.setAccessibleName(f"Annuler la reprise du{NBSP}{title}")
            button.clicked.connect(partial(self.undo_asked.emit, vu.lot.id))
            self.buttons.append(button)
            line.addWidget(button)
        self._lines.addLayout(line)
