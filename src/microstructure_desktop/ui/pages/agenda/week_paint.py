"""How the week is drawn: hours, permanences, absences, then what is written."""

from PySide6.QtCore import QLineF, QPoint, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from microstructure_desktop.domain.creneaux import heure
from microstructure_desktop.services.presences import LIBERES, EtatRendezVous
from microstructure_desktop.services.semaine import JourAgenda, Semaine
from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.texts import clock
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS

from .stops import HALF_HOUR, Stop
from .week_plan import WeekPlan
from .words import SIGNS

_STRIP = 3
_TINT = 0.13
_ICON = 15
_PAD = 6
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_STRUCK = (*LIBERES, EtatRendezVous.ABSENT)


def draw_ground(painter: QPainter, plan: WeekPlan, semaine: Semaine) -> None:
    """The hours of each day: open, closed, away."""
    whole = plan.ouverte
    for rang, jour in enumerate(semaine.jours):
        painter.fillRect(plan.span(rang, whole), look.colour("sunken"))
        for presence in jour.presences:
            if not presence.absent:
                painter.fillRect(plan.span(rang, presence.plage), look.colour("surface"))
        if jour.ferie:
            _hatch(painter, plan.span(rang, whole))
    _draw_hours(painter, plan)
    for rang, jour in enumerate(semaine.jours):
        _draw_presences(painter, plan, rang, jour, alone=semaine.membre is not None)


def draw_now(painter: QPainter, plan: WeekPlan, day: int, minute: int) -> None:
    """A line where we are."""
    if plan.ouverte.debut <= minute <= plan.ouverte.fin:
        y = plan.y(minute)
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.drawLine(QLineF(plan.x(day), y, plan.x(day + 1), y))
        painter.setBrush(look.colour("primary"))
        painter.drawEllipse(QRectF(plan.x(day) - 3, y - 3, 6, 6))


def draw_bloc(
    painter: QPainter, place: QRectF, stop: Stop, words: tuple[str, str], *, hovered: bool
) -> None:
    """An appointment or the meeting: a bar in the colour of its role, two lines, its state."""
    found = stop.rendez_vous
    role = found.membre.role.value if found is not None else "equipe"
    struck = found is not None and found.etat in _STRUCK
    radius = look.control_px(4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(place, radius, radius)
    painter.setPen(QPen(look.colour("border"), 1) if struck else Qt.PenStyle.NoPen)
    painter.setBrush(_tinted(role, 0.5 if hovered else 1.0, struck=struck))
    painter.drawRoundedRect(place, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(role))
    painter.drawRoundedRect(QRectF(place.left(), place.top(), _STRIP, place.height()), 1.5, 1.5)
    inner = place.adjusted(look.px(_PAD) + _STRIP, 2, -look.px(4), -2)
    sign = SIGNS.get(found.etat) if found is not None else None
    if sign is not None:
        inner.setRight(_draw_sign(painter, inner, sign))
    inner.setLeft(_draw_role(painter, inner, role))
    _draw_words(painter, inner, words, struck=struck)


def draw_free(painter: QPainter, place: QRectF, *, hovered: bool, words: str) -> None:
    """An hour that can be given: outlined, and said when the pointer or the keyboard is there."""
    edge = look.colour("primary" if hovered else "border")
    painter.setPen(QPen(edge, 1, Qt.PenStyle.SolidLine if hovered else Qt.PenStyle.DashLine))
    painter.setBrush(look.colour("selected") if hovered else Qt.BrushStyle.NoBrush)
    radius = look.control_px(4)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if words:
        painter.setFont(fonts.font("caption"))
        painter.setPen(look.colour("primary" if hovered else "text3"))
        inner = place.adjusted(look.px(_PAD) + _STRIP, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, _LEFT, shown)


def draw_ring(painter: QPainter, place: QRectF, *, ring: bool) -> None:
    """Where the keyboard is: a full ring when it is used, else a thin one."""
    painter.setPen(QPen(look.colour("focus" if ring else "edge"), 2 if ring else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = look.control_px(4)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)


def _draw_hours(painter: QPainter, plan: WeekPlan) -> None:
    painter.setFont(fonts.font("caption"))
    right = plan.x(plan.days)
    for minute in range(plan.ouverte.debut, plan.ouverte.fin + 1, HALF_HOUR):
        y = round(plan.y(minute)) + 0.5
        full = minute % 60 == 0
        line = QColor(look.colour("border"))
        line.setAlphaF(1.0 if full else 0.45)
        painter.setPen(QPen(line, 1))
        painter.drawLine(QLineF(plan.gutter, y, right, y))
        if full:
            painter.setPen(look.colour("text3"))
            area = QRectF(0, y - plan.top, plan.gutter - look.px(8), 2 * plan.top)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, align, clock(heure(minute)))
    painter.setPen(QPen(look.colour("border"), 1))
    for day in range(plan.days + 1):
        x = round(plan.x(day)) - 0.5
        painter.drawLine(QLineF(x, plan.y(plan.ouverte.debut), x, plan.y(plan.ouverte.fin)))


def _draw_presences(
    painter: QPainter, plan: WeekPlan, rang: int, jour: JourAgenda, *, alone: bool
) -> None:
    """A strip in the colour of each professional; hatched over what an absence takes away."""
    for at, presence in enumerate(jour.presences):
        area = plan.span(rang, presence.plage)
        if presence.absent and alone:
            _hatch(painter, area)
        strip = QRectF(area.left() + 1 + at * (_STRIP + 1), area.top(), _STRIP, area.height())
        colour = QColor(look.colour(presence.membre.role.value))
        colour.setAlphaF(0.25 if presence.absent else 0.7)
        painter.fillRect(strip, colour)
    if alone and jour.absents and not jour.presences:
        _hatch(painter, plan.span(rang, plan.ouverte))


def _hatch(painter: QPainter, area: QRectF) -> None:
    colour = QColor(look.colour("edge"))
    colour.setAlphaF(0.4)
    painter.fillRect(area, QBrush(colour, Qt.BrushStyle.BDiagPattern))


def _tinted(role: str, strength: float, *, struck: bool) -> QColor:
    if struck:
        return look.colour("sunken")
    colour = QColor(look.colour(role))
    colour.setAlphaF(_TINT / strength)
    return colour


def _draw_sign(painter: QPainter, area: QRectF, sign: tuple[str, str]) -> float:
    """The state's icon at the right; where the words must end."""
    side = look.px(_ICON)
    corner = QPoint(round(area.right()) - side, round(area.top()) + 1)
    icons.draw(painter, corner, *sign, side)
    return area.right() - side - 4


def _draw_role(painter: QPainter, area: QRectF, role: str) -> float:
    """The role's icon where there is room for it: its colour is never alone."""
    side = look.px(_ICON)
    if area.width() < side * 5:
        return area.left()
    low = area.height() < 2 * side
    top = area.center().y() - side / 2 if low else area.top() + 2
    corner = QPoint(round(area.left()), round(top))
    icons.draw(painter, corner, ROLE_ICONS[role], role, side)
    return area.left() + side + 5


def _draw_words(painter: QPainter, area: QRectF, words: tuple[str, str], *, struck: bool) -> None:
    name, more = words
    strong = fonts.font("caption", fonts.STRONG)
    strong.setStrikeOut(struck)
    painter.setFont(strong)
    tall = painter.fontMetrics().height()
    two = area.height() >= 2 * tall - 2
    line = QRectF(area.left(), area.top(), area.width(), tall if two else area.height())
    _write(painter, line, name, "text2" if struck else "text")
    if two:
        painter.setFont(fonts.font("caption"))
        line.translate(0, tall - 1)
        _write(painter, line, more, "text2")


def _write(painter: QPainter, line: QRectF, text: str, tone: str) -> None:
    painter.setPen(look.colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(line, _LEFT, shown)
