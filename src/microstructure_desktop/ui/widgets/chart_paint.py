"""The shapes of a chart, painted in the colours of the look in force."""

from collections.abc import Iterable, Sequence
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from microstructure_desktop.charts.shapes import (
    Area,
    Box,
    Dash,
    Dot,
    Drawing,
    Fill,
    Line,
    Mark,
    Place,
    Side,
    Stroke,
    Word,
    hatching,
    ruling,
    striping,
)
from microstructure_desktop.ui import fonts, look

_HALO = 4
_DASHES = {
    Dash.DASHED: [4.0, 2.5],
    Dash.DOTTED: [1.0, 2.0],
    Dash.MIXED: [5.0, 2.0, 1.0, 2.0],
}


class QtLetters:
    """How wide the small text of the interface is."""

    def __init__(self) -> None:
        self._plain = QFontMetricsF(fonts.font("caption"))
        self._strong = QFontMetricsF(fonts.font("caption", fonts.STRONG))
        self.line = self._plain.height()

    def width(self, text: str, *, strong: bool = False) -> float:
        return (self._strong if strong else self._plain).horizontalAdvance(text)


def paint(painter: QPainter, drawing: Drawing) -> None:
    for shape in drawing.shapes:
        painter.save()
        match shape:
            case Line():
                _line(painter, shape)
            case Box():
                _box(painter, shape)
            case Dot():
                dot(painter, shape)
            case Word():
                _word(painter, shape)
        painter.restore()


def dot(painter: QPainter, shape: Dot) -> None:
    """Edged with the ground, so that a line ends a hair before it."""
    painter.setPen(QPen(look.colour(shape.ink if shape.hollow else "surface"), _stroke()))
    painter.setBrush(look.colour("surface" if shape.hollow else shape.ink))
    if shape.mark is Mark.ROUND:
        painter.drawEllipse(QPointF(*shape.at), shape.half, shape.half)
    else:
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in shape.outline()]))


def rect_of(area: Area) -> QRectF:
    """On whole pixels, so that edges are sharp."""
    left, top = round(area.x), round(area.y)
    return QRectF(left, top, round(area.x + area.wide) - left, round(area.y + area.tall) - top)


def _stroke() -> float:
    return look.current().percent / 100 * 1.6


def _line(painter: QPainter, shape: Line) -> None:
    fine = shape.weight <= 1
    pen = QPen(look.colour(shape.ink), 1 if fine else shape.weight * look.current().percent / 100)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dash in _DASHES:
        pen.setDashPattern(_DASHES[shape.dash])
    painter.setPen(pen)
    places = _sharp(shape.places) if fine else shape.places
    painter.drawPolyline(QPolygonF([QPointF(*place) for place in places]))


def _sharp(places: Sequence[Place]) -> Sequence[Place]:
    """A level or upright line along the middle of its pixels."""
    (x, y), (to_x, to_y) = places
    if x == to_x:
        x = to_x = floor(x) + 0.5
    else:
        y = to_y = floor(y) + 0.5
    return [(x, y), (to_x, to_y)]


def _box(painter: QPainter, shape: Box) -> None:
    area = rect_of(shape.area)
    ink = look.colour(shape.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(_GROUNDS[shape.fill]) if shape.fill in _GROUNDS else ink)
    painter.drawRect(area)
    inside = Area(area.x(), area.y(), area.width(), area.height())
    if shape.fill is Fill.HATCHED:
        _strokes(painter, hatching(inside, look.px(6)), QPen(ink, 1.4))
    elif shape.fill is Fill.STRIPED:
        _strokes(painter, striping(inside, look.px(5)), QPen(look.colour("surface"), 1))
    elif shape.fill is Fill.RULED:
        _strokes(painter, ruling(inside, look.px(7)), QPen(look.colour("surface"), 1.4))
    if shape.fill in (Fill.HATCHED, Fill.LIGHT):
        edge = min(1.0, area.width() / 2, area.height() / 2)
        half = edge / 2
        painter.setPen(QPen(ink if shape.fill is Fill.HATCHED else look.colour("edge"), edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(half, half, -half, -half))


def _strokes(painter: QPainter, strokes: Iterable[Stroke], pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLines([QLineF(QPointF(*a), QPointF(*b)) for a, b in strokes])


_GROUNDS = {Fill.HATCHED: "surface", Fill.LIGHT: "track"}


def _word(painter: QPainter, shape: Word) -> None:
    font = fonts.font("caption", fonts.STRONG if shape.strong else fonts.REGULAR)
    metrics = QFontMetricsF(font)
    x, y = shape.at
    wide = metrics.horizontalAdvance(shape.text)
    x -= {Side.RIGHT: 0.0, Side.AROUND: wide / 2, Side.LEFT: wide}[shape.side]
    base = QPointF(x, round(y + (metrics.ascent() - metrics.descent()) / 2))
    painter.setFont(font)
    if shape.halo:
        path = QPainterPath()
        path.addText(base, font, shape.text)
        painter.strokePath(path, QPen(look.colour("surface"), _HALO))
    painter.setPen(look.colour(shape.ink))
    painter.drawText(base, shape.text)
