"""SearchBox: a search field that asks at each key, with the key that leads to it."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import fonts, icons, look

from .line_edit import LineEdit

_PAUSE_MS = 0  # the store answers within a frame; only keys already waiting go together


class SearchBox(LineEdit):
    """Échap empties it; Down hands the keyboard to the list.

    Signals:
        searched: the text, at each key or Enter.
        down_pressed: the person wants the list.
    """

    searched = Signal(str)
    down_pressed = Signal()

    def __init__(self, hint: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, parent=parent)
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self.setAccessibleName(hint)
        self.textChanged.connect(self._pause.start)
        self.returnPressed.connect(self._on_paused)
        if shortcut:
            self.shortcut = QShortcut(QKeySequence(shortcut), self)
            self.shortcut.activated.connect(self._on_shortcut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(16)
        top = (self.height() - side) // 2
        icons.draw(painter, QPoint(look.control_px(11), top), "search", "text3", side)
        if self._keys and not self.text():
            self._draw_key_cap(painter)

    def _draw_key_cap(self, painter: QPainter) -> None:
        painter.setFont(fonts.font("caption"))
        width = painter.fontMetrics().horizontalAdvance(self._keys) + look.control_px(12)
        height = look.control_px(21)
        right = self.width() - look.control_px(8)
        cap = QRectF(right - width, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(look.colour("border"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(look.colour("text3"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())

    def _on_shortcut(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
