"""ReprisesCard: the decisions that earlier meetings left to do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Reprise
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.rule import Rule

from .names import Names
from .suite_row import SuiteRow


class ReprisesCard(Card):
    """Hidden while there is nothing to take up.

    Signals:
        suite_chosen: DecisionId and Suite.
    """

    suite_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Décisions à reprendre", parent=parent)
        self.counter = Label("", "caption")
        self.header.addWidget(self.counter)
        self.body.setSpacing(8)
        self._rows = column(spacing=0)
        self.body.addLayout(self._rows)
        self.suite_rows: list[SuiteRow] = []

    def show_reprises(self, reprises: Sequence[Reprise], names: Names, *, asked: bool) -> None:
        """`asked`: whether to say now what became of each."""
        clear(self._rows)
        self.suite_rows = []
        for reprise in reprises:
            row = SuiteRow(reprise, names, named=True, asked=asked)
            row.suite_chosen.connect(self.suite_chosen)
            self._rows.addWidget(Rule())
            self._rows.addWidget(row)
            self.suite_rows.append(row)
        self.counter.setText(texts.count(len(reprises), "décision"))
        self.setVisible(bool(reprises))

    def name_patients(self, names: Names) -> None:
        for row in self.suite_rows:
            row.name_patient(names)
