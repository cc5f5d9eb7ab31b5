"""NavButton: a section of the window, with its name or as an icon alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, look

from .buttons import Button
from .tag import draw_tag, tag_height

_COMPACT = 26  # pixels at 100 %, in a rail without room


class NavButton(Button):
    def __init__(
        self, label: str, icon: str, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        self._badge = ""
        self._rail = self._compact = False
        super().__init__(label, "nav", icon, shortcut=shortcut, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_badge(self, text: str) -> None:
        self._badge = text
        self._name()
        self.update()

    def set_rail(self, rail: bool, *, compact: bool = False) -> None:  # noqa: FBT001
        self._rail, self._compact = rail, compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._compact:
            return QSize(hint.height(), look.control_px(_COMPACT))
        return QSize(hint.height(), hint.height()) if self._rail else hint

    def minimumSizeHint(self) -> QSize:
        side = self.sizeHint().height()
        return QSize(side, side)

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        if self._rail:
            side = look.px(self.skin.icon)
            corner = self.rect().center() - QRect(0, 0, side, side).center()
            self.draw_icon(painter, corner, side)
            if self._badge:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("info"))
                painter.drawEllipse(QRectF(self.width() - 13, 6, 7, 7))
            return
        if self._badge:
            painter.setFont(fonts.font("caption", fonts.STRONG))
            width = painter.fontMetrics().horizontalAdvance(self._badge) + look.control_px(14)
            height = tag_height()
            box = QRectF(
                area.right() + 3 - width, area.center().y() + 1 - height / 2, width, height
            )
            draw_tag(painter, box, self._badge, "info")
            area = area.adjusted(0, 0, -round(width) - 6, 0)
        painter.setFont(self.font())
        self.draw_line(painter, area)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._badge}" if self._badge else self.text())
        self.set_tip(self.text())
