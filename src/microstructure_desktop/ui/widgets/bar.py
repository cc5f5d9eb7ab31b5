"""Bar: a share of a whole; the figure stays in words beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import look


class Bar(QWidget):
    def __init__(
        self,
        share: float = 0.0,
        tone: str = "primary",
        height: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)
        self.set_share(share)

    def set_share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{round(self._share * 100)} %")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(whole, radius, radius)
        if self._share:
            painter.setBrush(look.colour(self._tone))
            part = max(whole.height(), whole.width() * self._share)
            painter.drawRoundedRect(QRectF(0, 0, part, whole.height()), radius, radius)
