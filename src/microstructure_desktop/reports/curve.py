"""A small curve on paper: told by its shape alone, so that it shows as well without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, white

from microstructure_desktop.forms.scale_words import plain
from microstructure_desktop.forms.wording import number

from .fonts import SEMIBOLD, width
from .styles import HAIRLINE, INK, THIN

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from microstructure_desktop.domain.trajectoire import Mesure, Serie

_DOT = 2.6
_SIZE = 9.0
_TOP = _SIZE + 2 * _DOT  # for the figures above the points

Place = tuple[float, float]


def draw_curve(canvas: Canvas, serie: Serie, corner: Place, size: Place) -> None:
    """Its points in proportion to time, the first and the last figure over them.

    `corner` is the one at the bottom left.
    """
    canvas.saveState()
    canvas.translate(*corner)
    places = _places(serie, size)
    canvas.setStrokeColor(HexColor(HAIRLINE))
    canvas.setLineWidth(THIN)
    canvas.line(0, _DOT, size[0], _DOT)
    canvas.setStrokeColor(HexColor(INK))
    canvas.setLineWidth(1.3)
    path = canvas.beginPath()
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    canvas.drawPath(path)
    for at, place in enumerate(places, start=1):
        canvas.setFillColor(HexColor(INK) if at == len(places) else white)
        canvas.circle(*place, _DOT, fill=1)
    _write(canvas, serie.points[0], places[0], size[0])
    _write(canvas, serie.derniere, places[-1], size[0])
    canvas.restoreState()


def _places(serie: Serie, size: Place) -> list[Place]:
    points = serie.points
    values = [float(p.valeur or 0) for p in points]
    low, high = min(float(serie.bas), *values), max(float(serie.haut), *values)
    first = points[0].jour
    span = (serie.derniere.jour - first).days or 1
    wide, tall = size[0] - 4 * _DOT, size[1] - _TOP - 2 * _DOT
    return [
        (
            2 * _DOT + wide * (point.jour - first).days / span,
            2 * _DOT + tall * (value - low) / ((high - low) or 1),
        )
        for point, value in zip(points, values, strict=True)
    ]


def _write(canvas: Canvas, point: Mesure, place: Place, wide: float) -> None:
    assert point.valeur is not None
    text = number(plain(point.valeur))
    half = width(text, SEMIBOLD, _SIZE) / 2
    canvas.setFont(SEMIBOLD, _SIZE)
    canvas.setFillColor(HexColor(INK))
    canvas.drawCentredString(min(max(place[0], half), wide - half), place[1] + 2 * _DOT, text)
