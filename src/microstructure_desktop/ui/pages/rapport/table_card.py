"""TableCard: a table of the report, as it will be printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from microstructure_desktop.services.rapport_annuel import TableauImprime
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.rule import Rule

_FIGURE, _TIGHT, _WORDS = 108, 60, 168
_FEW = 3  # columns, that have room
_NO_FIGURE = ("", "—")
_RIGHT = Qt.AlignmentFlag.AlignRight
_LOW, _MIDDLE = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignVCenter


class TableCard(Card):
    """The first column takes the room; a column of figures stands at its right."""

    def __init__(self, tableau: TableauImprime) -> None:
        super().__init__()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnStretch(0, 1)
        self._put(tableau.titre, 0, 0, _LOW, "strong")
        columns = list(zip(*(cells for _, *cells in tableau.lignes), strict=True))
        sides = [_RIGHT if _figures(cells) else Qt.AlignmentFlag.AlignLeft for cells in columns]
        for column, (head, side) in enumerate(zip(tableau.colonnes, sides, strict=False), 1):
            figure = _FIGURE if len(sides) <= _FEW else _TIGHT
            wide = look.control_px(figure if side is _RIGHT or len(sides) > _FEW else _WORDS)
            self.grid.setColumnMinimumWidth(column, wide)
            self._put(head, 0, column, side | _LOW, "caption")
        for rank, (words, *cells) in enumerate(tableau.lignes):
            at = 2 * rank + 1
            self.grid.addWidget(Rule(), at, 0, 1, len(tableau.colonnes) + 1)
            self._put(words, at + 1, 0, _MIDDLE)
            for column, (cell, side) in enumerate(zip(cells, sides, strict=True), 1):
                self._put(cell, at + 1, column, side | _MIDDLE)
        self.body.addLayout(self.grid)
        if tableau.note:
            self.body.addWidget(Paragraph(tableau.note, "caption"))

    def _put(
        self, text: str, row: int, column: int, side: Qt.AlignmentFlag, role: str = "body"
    ) -> None:
        label = Paragraph(text, role)
        label.setAlignment(side)
        if column:
            label.setMaximumWidth(look.control_px(_WORDS))
        self.grid.addWidget(label, row, column)


def _figures(cells: tuple[str, ...]) -> bool:
    return all(c in _NO_FIGURE or c[0].isdigit() or c.startswith("parmi") for c in cells)
