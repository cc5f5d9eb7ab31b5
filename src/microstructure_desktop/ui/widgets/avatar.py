"""Avatar and RoleDot: a person by their initials, a role by its icon in a ring."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .roles import ROLE_ICONS
from .themed import Themed

_LARGE = 44
_MEDIUM = 30


class _Disc(Themed, QWidget):
    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        side = look.px(self._size)
        self.setFixedSize(side, side)


class Avatar(_Disc):
    def __init__(self, initials: str, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(size, parent)
        self._initials = initials

    def set_initials(self, initials: str) -> None:
        self._initials = initials
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected"))
        painter.drawEllipse(QRectF(self.rect()))
        size = (
            "section"
            if self._size >= _LARGE
            else "secondary"
            if self._size > _MEDIUM
            else "caption"
        )
        painter.setFont(fonts.font(size, fonts.STRONG))
        painter.setPen(look.colour("primary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


class RoleDot(_Disc):
    """`icon` instead of that of the role, for what no profession does."""

    def __init__(
        self, role: str, size: int = 30, parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        super().__init__(size, parent)
        self._role = role
        self._icon = icon

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(self._role), 1.6))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = round(self.width() * 0.53)
        corner = (self.width() - side) // 2
        place = QPoint(corner, corner)
        icon = self._icon or ROLE_ICONS[self._role]
        icons.draw(painter, place, icon, self._role, side)
