"""Toast: what has just been done, and the way to undo it; gone after ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.ui import look

from .banner import announce
from .buttons import Button
from .footer_bar import FooterBar
from .icon_label import IconLabel
from .labels import Label

_SHOWN_MS = 10_000
_ABOVE_EDGE = 24
_UNDO = "Ctrl+Z"
SIGNS = {"ok": "circle-check", "info": "info", "danger": "circle-alert"}
_TONES = {"ok": "toast_ok", "info": "toast_link", "danger": "toast_danger"}


class Toast(QWidget):
    """Floats at the bottom of its parent, never takes the keyboard; Ctrl+Z is its button, unless
    it writes other keys beside it.

    Signals:
        closed: shown no more.
        undo_pressed: Ctrl+Z, and no button that it stands for.
    """

    closed = Signal()
    undo_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._on_action: Callable[[], None] | None = None
        self._sign = IconLabel("circle-check", "toast_ok", 18)
        self.message = Label("", tone="toast_text")
        self.action_button = Button("", "toast")
        self.action_button.clicked.connect(self._on_action_clicked)
        self._is_undo = False
        self._keys = Label("", "caption", tone="toast_text2")
        body = self._body = QHBoxLayout(self)
        body.setContentsMargins(16, 8, 14, 8)
        body.setSpacing(8)
        body.addWidget(self._sign)
        body.addWidget(self.message, 1)
        body.addSpacing(6)
        body.addWidget(self.action_button)
        body.addWidget(self._keys)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_now)
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), parent)
        self._undo.activated.connect(self._on_undo_pressed)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        kind: str = "ok",
        keys: str | None = None,
    ) -> None:
        self._on_action = on_action
        self._is_undo = keys is None and bool(action)
        self._keys.setText(_UNDO if keys is None else keys)
        self._sign.set_icon(SIGNS[kind], _TONES[kind])
        self.message.setText(text)
        self.action_button.setText(action)
        for part in (self.action_button, self._keys):
            part.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        self._timer.start(_SHOWN_MS)

    def close_now(self) -> None:
        self._timer.stop()
        self._on_action = None
        self._is_undo = False
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()  # who reads must not be hurried
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(_SHOWN_MS)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("toast"))
        radius = look.control_px(8)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _place(self) -> None:
        room = self._ground.size()
        self._body.activate()
        wanted = self.sizeHint()
        wanted.setWidth(min(wanted.width(), room.width() - 2 * _ABOVE_EDGE))
        self.resize(wanted)
        left = (room.width() - wanted.width()) // 2
        self.move(left, room.height() - wanted.height() - self._foot() - _ABOVE_EDGE)

    def _foot(self) -> int:
        """The buttons that end a form stay in sight."""
        bars = (bar for bar in self._ground.findChildren(FooterBar) if bar.isVisible())
        return next((bar.height() for bar in bars), 0)

    def _on_undo_pressed(self) -> None:
        if self._is_undo:
            self._on_action_clicked()
        else:
            self.undo_pressed.emit()

    def _on_action_clicked(self) -> None:
        wanted = self._on_action
        self.close_now()
        if wanted is not None:
            wanted()
