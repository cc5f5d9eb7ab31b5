"""IconLabel: an icon that is not a button; always beside a word."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import icons, look

from .themed import Themed


class IconLabel(Themed, QWidget):
    def __init__(
        self, name: str, tone: str = "text3", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.restyle()

    def restyle(self) -> None:
        side = look.px(self._size)
        self.setFixedSize(side, side)

    def set_icon(self, name: str, tone: str = "") -> None:
        self._name = name
        self._tone = tone or self._tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.draw(QPainter(self), QPoint(0, 0), self._name, self._tone, self.width())
