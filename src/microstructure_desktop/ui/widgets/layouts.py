"""Rows, columns and rows that wrap: the few layouts that pages use."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

Piece = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
_NONE: Margins = (0, 0, 0, 0)


def row(
    *pieces: Piece,
    spacing: int = 8,
    margins: Margins = _NONE,
    grows: QWidget | None = None,
) -> QHBoxLayout:
    """Side by side: a number is a fixed gap; `grows`, or None, takes the spare room."""
    made = QHBoxLayout()
    _fill(made, pieces, spacing, margins, grows)
    return made


def column(
    *pieces: Piece,
    spacing: int = 4,
    margins: Margins = _NONE,
    grows: QWidget | None = None,
) -> QVBoxLayout:
    """One above the other: a number is a fixed gap; `grows`, or None, takes the spare room."""
    made = QVBoxLayout()
    _fill(made, pieces, spacing, margins, grows)
    return made


def flow(*widgets: QWidget, spacing: int = 16) -> "FlowLayout":
    """Side by side while there is room, then on the next line: fields, buttons, figures."""
    made = FlowLayout(spacing)
    for widget in widgets:
        made.addWidget(widget)
    return made


def halves(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Side by side, as wide as each other."""
    made = row(left, right, spacing=16)
    made.setStretch(0, 1)
    made.setStretch(1, 1)
    return made


def boxed(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A layout as a widget, so that it can be hidden or given a width."""
    made = QWidget(parent)
    made.setLayout(layout)
    return made


def clear(layout: QLayout) -> None:
    """Remove and delete everything a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def _fill(
    made: QBoxLayout,
    pieces: Sequence[Piece],
    spacing: int,
    margins: Margins,
    grows: QWidget | None,
) -> None:
    made.setSpacing(spacing)
    made.setContentsMargins(*margins)
    add(made, *pieces)
    if grows is not None:
        made.setStretchFactor(grows, 1)


def add(made: QBoxLayout, *pieces: Piece) -> None:
    """At its end: a number is a fixed gap, None takes the spare room."""
    for piece in pieces:
        if piece is None:
            made.addStretch(1)
        elif isinstance(piece, int):
            made.addSpacing(piece)
        elif isinstance(piece, QLayout):
            made.addLayout(piece)
        else:
            made.addWidget(piece)


class FlowLayout(QLayout):
    """A row that wraps; each item keeps its preferred size."""

    def __init__(self, spacing: int = 8, margin: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(margin, margin, margin, margin)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return self._outer(QSize(width, height))

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return self._outer(least)

    def _outer(self, inner: QSize) -> QSize:
        edges = self.contentsMargins()
        return inner + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        line: list[tuple[QLayoutItem, QRect]] = []
        left, top, tallest = area.left(), area.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _fitted(item, area.width())
            if line and left + size.width() > area.right() + 1:
                _settle(line, tallest, move=move)
                line, left, top, tallest = [], area.left(), top + tallest + self.spacing(), 0
            line.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self.spacing()
            tallest = max(tallest, size.height())
        _settle(line, tallest, move=move)
        return top + tallest - rect.top() + self.contentsMargins().bottom()


def _settle(line: list[tuple[QLayoutItem, QRect]], tallest: int, *, move: bool) -> None:
    """Place one line: what has a fixed height stands in its middle, fields hang from its top."""
    for item, place in line if move else ():
        widget = item.widget()
        fixed = widget and widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed
        item.setGeometry(place.translated(0, (tallest - place.height()) // 2 if fixed else 0))


def _fitted(item: QLayoutItem, room: int) -> QSize:
    size = item.sizeHint()
    if size.width() > room:
        size = QSize(room, size.height())
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size
