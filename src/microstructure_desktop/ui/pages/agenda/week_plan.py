"""Where everything in the week stands, at a width: painted and clicked from the same places."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.ui import fonts, look

from .stops import HALF_HOUR, Stop

ROW = 34  # pixels of half an hour, at 100 %
_GAP = 2
_AIR = 4  # above the first hour and under the last


class WeekPlan:
    """The columns of `days` days beside the hours, and the height of half an hour."""

    def __init__(self, width: int, ouverte: Plage, days: int) -> None:
        self.ouverte = ouverte
        self.days = days
        metrics = QFontMetricsF(fonts.font("caption"))
        self.gutter = metrics.horizontalAdvance("00:00") + look.px(18)
        self.column = (width - self.gutter) / days
        self.row = look.control_px(ROW)
        self.top = look.control_px(_AIR) + metrics.height() / 2

    @property
    def height(self) -> int:
        return round(self.y(self.ouverte.fin) + self.top)

    def x(self, day: int) -> float:
        return self.gutter + day * self.column

    def y(self, minute: int) -> float:
        return self.top + (minute - self.ouverte.debut) * self.row / HALF_HOUR

    def span(self, day: int, plage: Plage) -> QRectF:
        """The whole width of a day, between two minutes."""
        top = self.y(max(plage.debut, self.ouverte.debut))
        bottom = self.y(min(plage.fin, self.ouverte.fin))
        return QRectF(self.x(day), top, self.column, bottom - top)

    def place(self, stop: Stop) -> QRectF:
        """The part of its day that a stop takes, with a little air around."""
        whole = self.span(stop.jour, stop.plage).adjusted(_GAP + look.px(6), 1, -_GAP - 1, -1)
        wide = whole.width() / stop.lanes
        return QRectF(
            whole.left() + stop.lane * wide, whole.top(), wide - (stop.lanes > 1), whole.height()
        )

    def day_at(self, point: QPointF) -> int | None:
        day = int((point.x() - self.gutter) // self.column)
        return day if point.x() >= self.gutter and 0 <= day < self.days else None

    def stop_at(self, point: QPointF, week: Sequence[Sequence[Stop]]) -> Stop | None:
        """What is under the pointer; what is written before what is not."""
        day = self.day_at(point)
        if day is None:
            return None
        under = [s for s in week[day] if self.place(s).adjusted(-2, -1, 2, 1).contains(point)]
        return min(under, key=lambda s: not s.bloc, default=None)
