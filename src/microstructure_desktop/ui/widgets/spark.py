"""Spark: a score over time, its values on the points and its cut-off as a dashed line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, look

_SIDE = 14


class Spark(QWidget):
    """Points are (label, value), oldest first; `name` is read aloud with the values."""

    def __init__(self, name: str, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._highest = highest
        self._points: Sequence[tuple[str, int]] = ()
        self._cut: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, points: Sequence[tuple[str, int]], cut: int | None = None) -> None:
        self._points = points
        self._cut = cut
        told = ", ".join(f"{label} {value}" for label, value in points)
        self.setAccessibleName(f"{self._name} : {told}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(160), look.control_px(104))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(100), look.control_px(104))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = [self._place(at) for at in range(len(self._points))]
        if self._cut is not None:
            self._draw_cut(painter, self._cut)
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.drawPolyline(QPolygonF(places))
        for place, (label, value) in zip(places, self._points, strict=True):
            self._draw_point(painter, place, label, value)

    def _height_of(self, value: int) -> float:
        line = look.current().font_px("caption") + 8
        room = self.height() - 2 * line - 6
        return line + room * (1 - value / self._highest)

    def _place(self, at: int) -> QPointF:
        room = self.width() - 2 * _SIDE - look.px(18)
        across = room * at / (len(self._points) - 1) if len(self._points) > 1 else room / 2
        return QPointF(_SIDE + across, self._height_of(self._points[at][1]))

    def _draw_cut(self, painter: QPainter, cut: int) -> None:
        down = self._height_of(cut)
        right = self.width() - look.px(22)
        painter.setPen(QPen(look.colour("text3"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(2, down), QPointF(right, down))
        painter.setFont(fonts.font("caption"))
        painter.drawText(
            QRectF(right + 4, down - 10, look.px(22), 20), Qt.AlignmentFlag.AlignVCenter, str(cut)
        )

    def _draw_point(self, painter: QPainter, place: QPointF, label: str, value: int) -> None:
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(place, 4, 4)
        line = look.current().font_px("caption") + 6
        above = QRectF(place.x() - 30, place.y() - line - 5, 60, line)
        painter.setPen(look.colour("text"))
        painter.setFont(fonts.font("caption", fonts.STRONG))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.setPen(look.colour("text3"))
        painter.setFont(fonts.font("caption"))
        left = min(max(0.0, place.x() - 40), self.width() - 80.0)
        under = QRectF(left, self.height() - line, 80, line)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, label)
