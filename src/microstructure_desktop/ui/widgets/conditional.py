"""Conditional: a block that depends on the answer above it, marked by a bar at its left."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui import look


class Conditional(QWidget):
    """`body` receives the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 0, 0, 0)
        self.body.setSpacing(16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 3, self.height(), look.colour("primary"))
