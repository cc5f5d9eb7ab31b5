"""WeekHead: the days above the week, in its columns."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.services.semaine import Semaine
from microstructure_desktop.ui import fonts, look
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.themed import Themed

from .week_plan import WeekPlan
from .words import heading, mention

_TALL = 46
_CENTRE = Qt.AlignmentFlag.AlignCenter


class WeekHead(Themed, QWidget):
    """`plan` gives the columns of the grid under it."""

    def __init__(self, plan: Callable[[], WeekPlan | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._semaine: Semaine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Jours de la semaine")

    def restyle(self) -> None:
        self.updateGeometry()

    def show_week(self, semaine: Semaine) -> None:
        self._semaine = semaine
        said = [f"{NBSP}: ".join(filter(None, (heading(j), mention(j)))) for j in semaine.jours]
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, look.control_px(_TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        plan, semaine = self._plan(), self._semaine
        if plan is None or semaine is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rang, jour in enumerate(semaine.jours):
            area = QRectF(plan.x(rang), 0, plan.column, self.height()).adjusted(4, 3, -4, -3)
            today = jour.jour == semaine.aujourdhui
            if today:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("selected"))
                radius = look.control_px(6)
                painter.drawRoundedRect(area, radius, radius)
            _draw_day(painter, area, heading(jour), mention(jour), today=today)


def _draw_day(painter: QPainter, area: QRectF, day: str, more: str, *, today: bool) -> None:
    half = area.height() / 2
    upper = QRectF(area.left(), area.top(), area.width(), half if more else area.height())
    painter.setFont(fonts.font("body", fonts.STRONG))
    painter.setPen(look.colour("primary" if today else "text"))
    painter.drawText(upper, _CENTRE, day)
    if more:
        painter.setFont(fonts.font("caption"))
        painter.setPen(look.colour("text2"))
        width = int(area.width()) - 4
        shown = painter.fontMetrics().elidedText(more, Qt.TextElideMode.ElideRight, width)
        painter.drawText(upper.translated(0, half), _CENTRE, shown)
