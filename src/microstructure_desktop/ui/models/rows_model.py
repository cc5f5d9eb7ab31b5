"""RowsModel: frozen rows in a list, shown through columns; sorted and filtered in the list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from microstructure_desktop.ui.cell_roles import (
    PIPS_ROLE,
    ROW_ROLE,
    STRONG_ROLE,
    TAG_ROLE,
    TONE_ROLE,
    WIDTH_ROLE,
)

from .columns import Column

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """`spoken` is what a screen reader says of a whole row, for lists."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        spoken: Callable[[Any], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._spoken = spoken
        self._all: list[Any] = []
        self._rows: list[Any] = []
        self._keep: Callable[[Any], bool] | None = None
        self._sorting: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[Any]) -> None:
        self._all = list(rows)
        self._arrange()

    def add_rows(self, rows: Sequence[Any]) -> None:
        """More of them, below: what is on screen stays where it is."""
        more = [row for row in rows if self._keep is None or self._keep(row)]
        self._all += rows
        if self._sorting:
            self._arrange()
        elif more:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def name_anew(self) -> None:
        """The same rows, with other words for them."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_filter(self, keep: Callable[[Any], bool] | None) -> None:
        self._keep = keep
        self._arrange()

    def rows(self) -> tuple[Any, ...]:
        """The rows shown, in their order."""
        return tuple(self._rows)

    def row(self, at: int) -> Any:
        return self._rows[at]

    def index_of(self, match: Callable[[Any], bool]) -> QModelIndex:
        """The first row that matches; an invalid index when none does."""
        at = next((at for at, row in enumerate(self._rows) if match(row)), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row) if self._spoken else column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return (_RIGHT if column.right else _LEFT).value
            case _:
                return _dress(column, row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return (_RIGHT if column.right else _LEFT).value
            case _ if role == WIDTH_ROLE:
                return column.width
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [row for row in self._all if self._keep is None or self._keep(row)]
        if self._sorting:
            at, descending = self._sorting
            column = self._columns[at]
            shown.sort(key=column.sort_key or column.text, reverse=descending)
        self._rows = shown
        self.endResetModel()


def _dress(column: Column, row: Any, role: int) -> Any:
    if role == STRONG_ROLE:
        return column.strong
    for wanted, source in (
        (TAG_ROLE, column.tag),
        (PIPS_ROLE, column.pips),
        (TONE_ROLE, column.tone),
    ):
        if role == wanted and source is not None:
            return source(row)
    return None
