"""Pips: n acts included, some done, some planned; the figures stay in words beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import look

_GAP = 3
_HEIGHT = 8


def draw_pips(
    painter: QPainter, area: QRectF, tone: str, done: int, total: int, planned: int = 0
) -> None:
    """Filled, outlined, empty; shared with the delegates of tables."""
    cells = max(total, done + planned, 1)
    width = (area.width() - _GAP * (cells - 1)) / cells
    radius = min(3.0, width / 2, area.height() / 2)
    for index in range(cells):
        cell = QRectF(area.left() + index * (width + _GAP), area.top(), width, area.height())
        if done <= index < done + planned:
            painter.setPen(QPen(look.colour(tone), 1.4))
            painter.setBrush(look.colour("surface"))
            cell = cell.adjusted(0.7, 0.7, -0.7, -0.7)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(tone if index < done else "track"))
        painter.drawRoundedRect(cell, radius, radius)


class Pips(QWidget):
    """`tone` is a role, or a colour of the palette."""

    def __init__(
        self,
        done: int,
        total: int,
        tone: str = "primary",
        planned: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._counts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT + 2)
        self.set_counts(done, total, planned)

    def set_counts(self, done: int, total: int, planned: int = 0) -> None:
        self._counts = (done, total, planned)
        words = f"{done} sur {total}"
        if planned:
            words += f", {planned} prévue" if planned == 1 else f", {planned} prévues"
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done, total, planned = self._counts
        area = QRectF(0, 1, self.width(), _HEIGHT)
        draw_pips(painter, area, self._tone, done, total, planned)
