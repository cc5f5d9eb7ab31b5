"""What a window says about anybody, wherever it says it: labels, buttons, lists, tips, speech."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from microstructure_desktop.domain.text import normalise
from tests.ui.a11y import name_of

_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def said_of(names: tuple[str, ...], *windows: QWidget) -> list[str]:
    """Every text of these windows, or of all, on screen or not, that holds one of these names."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was just replaced
    wanted = [normalise(name) for name in names]
    looked = windows or QApplication.topLevelWidgets()
    found = {text for window in looked for text in texts(window)}
    plain = ((text, normalise(text)) for text in found)
    return sorted(text for text, said in plain if any(name in said for name in wanted))


def texts(window: QWidget) -> Iterator[str]:
    """Everything a window says, whether it is on screen or not."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.statusTip(), widget.windowTitle())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        yield from _own(widget)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _own(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield re.sub(r"<[^>]*>", "", widget.text())
        case QAbstractButton():
            yield from (widget.text(), name_of(widget))
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    yield from (str(index.data(role) or "") for role in _SAID)
