"""Tab goes through what a layout shows in the order that it shows it, whenever each was made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(layout: QLayout) -> None:
    """Qt goes by the order of creation, and a question made late would come last."""
    for before, after in pairwise(stops(layout)):
        QWidget.setTabOrder(before, after)


def stops(layout: QLayout) -> Iterator[QWidget]:
    """What takes the keyboard by Tab, from top to bottom."""
    for rank in range(layout.count()):
        item = layout.itemAt(rank)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from stops(inner)
        elif widget is not None:
            yield from _of(widget)


def _of(widget: QWidget) -> Iterator[QWidget]:
    taken = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if taken:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from stops(layout)
    if taken or layout is not None:
        return  # what a field is made of is its own affair
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from _of(child)
