"""IconLabel: an icon that is not a button; always beside a word."""

from PySide6.QtWidgets import QLabel, QWidget

from microstructure_desktop.ui import icons, look

from .themed import Themed


class IconLabel(Themed, QLabel):
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
        self.setPixmap(icons.pixmap(self._name, self._tone, side))

    def set_icon(self, name: str, tone: str = "") -> None:
        self._name = name
        self._tone = tone or self._tone
        self.restyle()
