"""Trend: a measure over time, its values on the points, its cut-offs as dashed lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, look
from microstructure_desktop.ui.texts import NBSP, day_and_month, plain_date

from .themed import Themed
from .trend_plan import DOT, Plan, Series, TrendMark, TrendPoint

__all__ = ["Trend", "TrendMark", "TrendPoint"]

_NONE = "Pas encore de mesure"
_HALO = 4
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Trend(Themed, QWidget):
    """With `levels`, the axis is in words and the line goes by steps: a state lasts until the next.

    Everything shown is also told in words, in the accessible description.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._series = Series()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._describe()

    def restyle(self) -> None:
        self.updateGeometry()

    def show_points(
        self,
        points: Sequence[TrendPoint],
        *,
        low: float,
        high: float,
        marks: Sequence[TrendMark] = (),
        levels: Sequence[tuple[float, str]] = (),
    ) -> None:
        dated = tuple(sorted(points, key=lambda point: point.day))
        self._series = Series(dated, low, high, tuple(marks), tuple(levels))
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(320), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(160), self._tall())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._series.points:
            painter.setFont(fonts.font("secondary"))
            painter.setPen(look.colour("text3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _NONE)
            return
        plan = self._plan()
        self._draw_scale(painter, plan)
        self._draw_marks(painter, plan)
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.drawPolyline(QPolygonF(self._line(plan)))
        painter.setBrush(look.colour("surface"))
        for dot in plan.dots:
            painter.drawEllipse(dot, DOT, DOT)
        for area, word in plan.labels():
            _draw_over(painter, area, word)
        painter.setFont(fonts.font("caption"))
        painter.setPen(look.colour("text3"))
        for area, word in plan.date_labels():
            painter.drawText(area, _CENTRE, word)

    def _plan(self) -> Plan:
        return Plan(self._series, self.width(), self.height())

    def _tall(self) -> int:
        line = look.control_px(22)
        return max(look.control_px(168), line * (len(self._series.levels) + 2))

    def _line(self, plan: Plan) -> list[QPointF]:
        if not self._series.levels:
            return plan.dots
        steps = plan.dots[:1]
        for before, dot in zip(plan.dots, plan.dots[1:], strict=False):
            steps += (QPointF(dot.x(), before.y()), dot)
        return steps

    def _draw_scale(self, painter: QPainter, plan: Plan) -> None:
        painter.setFont(fonts.font("caption"))
        wide = plan.field.left() - DOT
        for value, word in self._series.scale():
            down = plan.down(value)
            painter.setPen(QPen(look.colour("border"), 1))
            painter.drawLine(QPointF(plan.field.left(), down), QPointF(plan.field.right(), down))
            painter.setPen(look.colour("text3"))
            area = QRectF(0, down - plan.line / 2, wide, plan.line)
            shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(wide))
            painter.drawText(area, _RIGHT, shown)

    def _draw_marks(self, painter: QPainter, plan: Plan) -> None:
        painter.setFont(fonts.font("caption"))
        for area, mark in plan.mark_labels():
            down = plan.down(mark.value)
            painter.setPen(QPen(look.colour("text3"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plan.field.left(), down), QPointF(plan.field.right(), down))
            room = self.width() - area.left()
            shown = painter.fontMetrics().elidedText(
                mark.label, Qt.TextElideMode.ElideRight, int(room)
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)

    def _describe(self) -> None:
        points = self._series.points
        years = {point.day.year for point in points}
        written = plain_date if len(years) > 1 else day_and_month
        told = ", ".join(f"{point.label} le {written(point.day)}" for point in points)
        words = f"{self._name}{NBSP}: {told or _NONE.lower()}"
        if points and self._series.marks:
            words += ". Repère" + ("s" if len(self._series.marks) > 1 else "")
            words += f"{NBSP}: {', '.join(mark.label for mark in self._series.marks)}"
        self.setAccessibleDescription(words)


def _draw_over(painter: QPainter, area: QRectF, word: str) -> None:
    """Bold, and cleared of the line that may pass under it."""
    painter.setFont(fonts.font("caption", fonts.STRONG))
    metrics = painter.fontMetrics()
    base = QPointF(area.left() + 1, area.bottom() - metrics.descent())
    shape = QPainterPath()
    shape.addText(base, painter.font(), word)
    painter.strokePath(shape, QPen(look.colour("surface"), _HALO))
    painter.setPen(look.colour("text"))
    painter.drawText(base, word)
