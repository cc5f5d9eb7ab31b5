"""Banner: a piece of news, a warning or an error, in the page and above what it is about."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.ui import look

from .buttons import Button
from .icon_label import IconLabel
from .labels import Paragraph
from .layouts import column
from .themed import show_when

SIGNS = {
    "info": "info",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-alert",
}


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it now."""
    # imported here: naming QAccessible costs 5 ms before the first window
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Banner(QWidget):
    """kind: info | ok | warn | danger. Hidden until it has something to say.

    Signals:
        action_clicked: the person clicked the button of the banner.
    """

    action_clicked = Signal()

    def __init__(
        self,
        kind: str = "info",
        title: str = "",
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._sign = IconLabel(SIGNS[kind], kind, 20)
        self._title = Paragraph("", "strong")
        self._text = Paragraph("", "secondary")
        self.action_button = Button("")
        self.action_button.clicked.connect(self.action_clicked)
        body = QHBoxLayout(self)
        body.setContentsMargins(14, 11, 12, 11)
        body.setSpacing(12)
        body.addWidget(self._sign)
        body.addLayout(column(self._title, self._text, spacing=1), 1)
        body.addWidget(self.action_button)
        self.show_message(kind, title, text, action)

    def show_message(self, kind: str, title: str, text: str = "", action: str = "") -> None:
        self._kind = kind
        self._sign.set_icon(SIGNS[kind], kind)
        for part, words in ((self._title, title), (self._text, text)):
            part.setText(words)
            part.setVisible(bool(words))
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        show_when(self, bool(title or text))
        if self.isVisible() and kind in ("warn", "danger"):
            announce(self, f"{title} {text}".strip())
        self.update()

    def clear(self) -> None:
        self.show_message("info", "")

    def title(self) -> str:
        return self._title.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(look.colour(self._kind))
        edge.setAlphaF(1.0 if self._kind == "danger" else 0.4)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(look.colour(f"{self._kind}_bg"))
        radius = look.control_px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
