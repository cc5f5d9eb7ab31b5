"""PaletteEdit: where one types in the palette; every key is its own while it is open."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WINDOW = (Qt.Key.Key_L, Qt.Key.Key_F9)  # locking and hiding names never wait


class PaletteEdit(LineEdit):
    """Signals:
    moved: by how many entries, down when positive.
    entered: the entry shown as the current one is wanted.
    left: the palette is to close.
    """

    moved = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, parent=parent)
        self.setAccessibleName(hint)

    def restyle(self) -> None:
        self.setFont(fonts.font("card"))
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Shortcuts of the page below stay silent; Tab moves in the list."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.key() not in _WINDOW:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
                self.moved.emit(_MOVES[Qt.Key(event.key())])
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        again = event.key() == Qt.Key.Key_K and event.modifiers() & _CONTROL
        if event.key() == Qt.Key.Key_Escape or again:
            self.left.emit()
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look.px(20)
        top = (self.height() - side) // 2
        icons.draw(QPainter(self), QPoint(look.px(18), top), "search", "text2", side)


_CONTROL = Qt.KeyboardModifier.ControlModifier
