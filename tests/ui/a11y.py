"""Accessibility lint: every widget that takes the keyboard has a name and is 24 pixels at least."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QScrollArea,
    QScrollBar,
    QWidget,
)

_LEAST = 24
_IGNORED = (QScrollBar, QScrollArea, QHeaderView)


def problems(root: QWidget) -> list[str]:
    """What a page shown on screen must mend; [] when it may ship."""
    for _ in range(3):  # what was just shown or written is laid out first
        QApplication.processEvents()
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if _takes_keyboard(widget):
            found += _problems_of(widget)
        elif isinstance(widget, QLabel) and _is_cut(widget):
            found.append(f"{_described(widget)}: text cut without an ellipsis")
    return found


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    return name or widget.accessibleName()


def _takes_keyboard(widget: QWidget) -> bool:
    return (
        widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, _IGNORED)
        and type(widget).__name__ != "QComboBoxPrivateContainer"
    )


def _problems_of(widget: QWidget) -> list[str]:
    found = []
    if not (name_of(widget).strip() or widget.accessibleName().strip()):
        found.append(f"{_described(widget)}: no accessible name")
    if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < _LEAST:
        found.append(f"{_described(widget)}: {widget.width()}×{widget.height()} is too small")
    return found


def _is_cut(label: QLabel) -> bool:
    """A wrapping label given less height than its text needs."""
    return label.wordWrap() and label.height() + 1 < label.heightForWidth(label.width())


def _described(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} « {text() or widget.toolTip()} »"
