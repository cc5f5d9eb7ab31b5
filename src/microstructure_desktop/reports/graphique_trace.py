"""The shapes of a chart on paper: ink, greys and patterns, so that it shows without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, white

from microstructure_desktop.charts.shapes import (
    Box,
    Dash,
    Dot,
    Drawing,
    Fill,
    Line,
    Mark,
    Side,
    Word,
    hatching,
    ruling,
    striping,
)

from . import fonts
from .fonts import REGULAR, SEMIBOLD
from .styles import GREY, HAIRLINE, INK, THIN
from .text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfgen.canvas import Canvas

    from microstructure_desktop.charts.shapes import Place, Stroke

SIZE = 8.0
_LINE = 10.4
_BASE = 0.33  # of the size, from the middle of a line down to where letters stand
_WEIGHT = 0.6  # of a pixel of the screen
_INKS = {"border": HAIRLINE, "edge": GREY, "text2": INK, "text3": GREY}
_LIGHT = "#E4E9EC"
_DASHES = {Dash.DASHED: [5, 3], Dash.DOTTED: [1, 2.2], Dash.MIXED: [6, 2.5, 1, 2.5]}
_HATCH, _STRIPE, _RULE = 4.0, 3.0, 4.0


class PaperLetters:
    """How wide the small text of a document is."""

    line = _LINE

    def width(self, text: str, *, strong: bool = False) -> float:
        return fonts.width(printable(text), SEMIBOLD if strong else REGULAR, SIZE)


def trace(canvas: Canvas, drawing: Drawing) -> None:
    """From the bottom left corner of the canvas; a drawing goes down from its top."""
    pencil = _Pencil(canvas, drawing.height)
    for shape in drawing.shapes:
        canvas.saveState()
        match shape:
            case Line():
                pencil.line(shape)
            case Box():
                pencil.box(shape)
            case Dot():
                pencil.dot(shape)
            case Word():
                pencil.word(shape)
        canvas.restoreState()


class _Pencil:
    """Draws one shape at a time, on a page whose height goes up."""

    def __init__(self, canvas: Canvas, top: float) -> None:
        self._canvas = canvas
        self._top = top

    def line(self, shape: Line) -> None:
        fine = shape.weight <= 1
        self._pen(_ink(shape.ink), THIN if fine else shape.weight * _WEIGHT)
        if shape.dash in _DASHES:
            self._canvas.setDash(_DASHES[shape.dash])
        self._path(shape.places, closed=False)

    def box(self, shape: Box) -> None:
        area, ink = shape.area, _ink(shape.ink)
        low = self._top - area.y - area.tall
        grounds = {Fill.HATCHED: "#FFFFFF", Fill.LIGHT: _LIGHT}
        self._canvas.setFillColor(HexColor(grounds.get(shape.fill, ink)))
        self._pen(ink if shape.fill is not Fill.LIGHT else GREY, THIN)
        self._canvas.rect(area.x, low, area.wide, area.tall, fill=1)
        if shape.fill is Fill.HATCHED:
            self._strokes(hatching(area, _HATCH))
        elif shape.fill in (Fill.STRIPED, Fill.RULED):
            self._canvas.setStrokeColor(white)
            self._canvas.setLineWidth(1.1)
            level = shape.fill is Fill.STRIPED
            self._strokes(striping(area, _STRIPE) if level else ruling(area, _RULE))

    def dot(self, shape: Dot) -> None:
        ink = HexColor(_ink(shape.ink))
        self._canvas.setFillColor(white if shape.hollow else ink)
        self._canvas.setStrokeColor(ink if shape.hollow else white)
        self._canvas.setLineWidth(2 * THIN)
        if shape.mark is Mark.ROUND:
            x, y = shape.at
            self._canvas.circle(x, self._top - y, shape.half, fill=1)
        else:
            self._path(shape.outline(), closed=True)

    def word(self, shape: Word) -> None:
        text, font = printable(shape.text), SEMIBOLD if shape.strong else REGULAR
        x, y = shape.at
        wide = fonts.width(text, font, SIZE)
        x -= {Side.RIGHT: 0.0, Side.AROUND: wide / 2, Side.LEFT: wide}[shape.side]
        base = self._top - y - _BASE * SIZE
        if shape.halo:
            self._canvas.setFillColor(white)
            self._canvas.rect(x - 0.8, base - 1, wide + 1.6, 0.9 * SIZE, stroke=0, fill=1)
        self._canvas.setFont(font, SIZE)
        self._canvas.setFillColor(HexColor(_ink(shape.ink)))
        self._canvas.drawString(x, base, text)

    def _pen(self, colour: str, weight: float) -> None:
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)

    def _strokes(self, strokes: Iterable[Stroke]) -> None:
        for (x, y), (to_x, to_y) in strokes:
            self._canvas.line(x, self._top - y, to_x, self._top - to_y)

    def _path(self, places: tuple[Place, ...], *, closed: bool) -> None:
        path = self._canvas.beginPath()
        (x, y), *others = places
        path.moveTo(x, self._top - y)
        for to_x, to_y in others:
            path.lineTo(to_x, self._top - to_y)
        if closed:
            path.close()
        self._canvas.drawPath(path, fill=int(closed))


def _ink(token: str) -> str:
    return _INKS.get(token, INK)
