"""ChartCard: a chart and the same figures in rows, beside it or under it."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from microstructure_desktop.charts import words
from microstructure_desktop.charts.model import Cascade, Graphique, Valeur
from microstructure_desktop.ui import look
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.chart import Chart
from microstructure_desktop.ui.widgets.table_view import TableView

_LEAST_CHART = 540  # less room beside the table, and it goes under the chart
_LEAST_FIGURES, _MOST_WORDS = 84, 300
_PAD = 26
_LETTER, _HEAD_LETTER = 8.2, 7.2  # pixels, about
_WIDEST = 16_777_215
_UNKNOWN = -1
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table: its place in the chart, what is written, and what it sorts by."""

    index: int
    cells: tuple[str, ...]
    values: tuple[Valeur, ...]


class ChartCard(Card):
    """The chart and the table follow each other; `choosable` when a figure opens its list.

    Signals:
        chosen: (index, rank) of a known value: month or category, then which row of values.
    """

    chosen = Signal(int, int)

    def __init__(
        self, graphique: Graphique, *, choosable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(graphique.titre, parent=parent)
        self.chart = Chart(graphique, choosable=choosable)
        self.table = TableView(f"{graphique.titre}{NBSP}: tableau", dense=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(20)
        self._sides.addWidget(self.chart, 1)
        self._sides.addWidget(self.table, 0)
        self.body.addLayout(self._sides)
        self.chart.chosen.connect(self.chosen)
        self.chart.current_changed.connect(self._on_current_changed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.show_chart(graphique)

    def show_chart(self, graphique: Graphique) -> None:
        self._graphique = graphique
        if self.title is not None:
            self.title.setText(graphique.titre)
        self.chart.show_chart(graphique)
        shown = words.table(graphique)
        self._widths = _widths(shown)
        self._rows = RowsModel(_columns(shown.entete, self._widths), parent=self.table)
        self._rows.set_rows(_lines(graphique, shown))
        self.table.setModel(self._rows)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        wide = look.control_px(sum(self._widths)) + 4
        beside = self.width() - wide >= look.px(_LEAST_CHART)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(way)
        self._sides.setAlignment(self.table, _TOP if beside else Qt.AlignmentFlag(0))
        self._sides.setAlignment(self.chart, _TOP if beside else Qt.AlignmentFlag(0))
        self.table.setMinimumWidth(wide if beside else 0)
        self.table.setMaximumWidth(wide if beside else _WIDEST)

    def _on_current_changed(self, index: int) -> None:
        place = self._rows.index_of(lambda row: row.index == index)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)

    def _on_row_chosen(self, row: _Row) -> None:
        """The column where the person is says which row of values; the share has none."""
        rank = max(0, self.table.currentIndex().column() - 1)
        rank = min(rank, len(self._graphique.rangees) - 1)
        self.chart.choose(row.index, rank)


def _widths(shown: words.Tableau) -> list[int]:
    """What each column needs, at 100 %."""
    found = []
    for at, (head, *cells) in enumerate(zip(shown.entete, *shown.lignes, strict=True)):
        letters = max(_HEAD_LETTER * len(head), *(_LETTER * len(cell) for cell in cells), 0)
        wide = round(letters) + _PAD
        found.append(max(wide, _LEAST_FIGURES) if at else min(wide, _MOST_WORDS))
    return found


def _columns(heads: tuple[str, ...], widths: list[int]) -> list[Column]:
    def column(at: int, head: str) -> Column:
        return Column(
            head,
            lambda row: row.cells[at],
            widths[at] if at else 0,
            sort_key=(lambda row: row.values[at - 1]) if at else (lambda row: row.index),
            right=bool(at),
        )

    return [column(at, head) for at, head in enumerate(heads)]


def _lines(graphique: Graphique, shown: words.Tableau) -> list[_Row]:
    return [
        _Row(at, cells, tuple(_known(value) for value in _values(graphique, at)))
        for at, cells in enumerate(shown.lignes)
    ]


def _values(graphique: Graphique, at: int) -> list[Valeur | None]:
    values = [rangee.points[at].valeur for rangee in graphique.rangees]
    if isinstance(graphique, Cascade):
        values.append(graphique.part(at))
    return values


def _known(value: Valeur | None) -> Valeur:
    return _UNKNOWN if value is None else value
