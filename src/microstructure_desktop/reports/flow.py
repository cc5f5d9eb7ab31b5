"""Text in columns and tables that splits between pages at any line, whatever was typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import CallerMacro, CondPageBreak, Flowable, Spacer

from . import fonts
from .structure import Cell, ornament, part
from .styles import BODY, HAIRLINE, HEADING, TEXT_HEIGHT, TEXT_WIDTH, THIN, Style
from .text import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from reportlab.pdfgen.canvas import Canvas

_KEPT = 2
"""Fewest lines of a text left alone at the bottom or at the top of a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column starts from the left margin, and how wide its lines may be."""

    x: float
    width: float
    style: Style = BODY


def columns(*widths: float, gutter: float, styles: Sequence[Style]) -> tuple[Column, ...]:
    """Columns side by side, the widths shares of the page less the gutters."""
    unit = (TEXT_WIDTH - gutter * (len(widths) - 1)) / sum(widths)
    found: list[Column] = []
    x = 0.0
    for share, style in zip(widths, styles, strict=True):
        found.append(Column(x, share * unit, style))
        x += share * unit + gutter
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Dressing:
    """What surrounds the text: air above and below, a rule above, a heading repeated."""

    before: float = 0
    after: float = 0
    rule: str | None = None
    weight: float = THIN
    heading: tuple[tuple[str, ...], Style] | None = None
    separators: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Lines:
    column: Column
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """Which row of which table; `again`: the rest of it, after a page."""

    table: object
    rank: int
    again: bool = False

    def cell(self, column: int) -> Cell:
        return Cell(self.table, self.rank, column)

    def heading(self, column: int) -> Cell:
        return Cell(self.table, 0, column)


class Columns(Flowable):  # type: ignore[misc]
    """Texts side by side; drawn one column after the other, as they are read."""

    def __init__(
        self, parts: tuple[_Lines, ...], dressing: Dressing, row: _Row | None = None
    ) -> None:
        super().__init__()
        self._parts = parts
        self._dressing = dressing
        self._row = row
        self._leading = max(p.column.style.leading for p in parts)
        self._count = max(1, *(len(p.lines) for p in parts))
        self._headings = _wrapped(dressing.heading, [p.column for p in parts])

    @property
    def _top(self) -> float:
        return self._dressing.before + self._heading_height

    @property
    def _heading_height(self) -> float:
        heading = self._dressing.heading
        return max(map(len, self._headings)) * heading[1].leading if heading else 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, self._top + self._count * self._leading + self._dressing.after

    @property
    def _stays_whole(self) -> bool:
        """Higher than a page, it could stand nowhere."""
        return self._dressing.whole and self.wrap(0, 0)[1] <= TEXT_HEIGHT

    def split(self, _width: float, height: float) -> list[Columns]:
        fit = min(int((height - self._top) / self._leading + 1e-6), self._count - _KEPT)
        if fit < _KEPT or self._stays_whole:
            return []
        above = tuple(_Lines(p.column, p.lines[:fit]) for p in self._parts)
        below = tuple(_Lines(p.column, p.lines[fit:]) for p in self._parts)
        return [
            Columns(above, replace(self._dressing, after=0), self._row),
            Columns(below, self._dressing, self._row and replace(self._row, again=True)),
        ]

    def under(self, heading: tuple[tuple[str, ...], Style]) -> Columns:
        """The same row at the top of a page: what names its columns is seen there again."""
        dressing = replace(self._dressing, heading=heading, rule=None)
        return Columns(self._parts, dressing, self._row and replace(self._row, again=True))

    def draw(self) -> None:
        _, height = self.wrap(0, 0)
        dressing = self._dressing
        with ornament(self.canv):
            self._rules(height)
        for rank, one in enumerate(self._parts):
            top = height - dressing.before
            if dressing.heading:
                style = replace(dressing.heading[1], right=one.column.style.right)
                place = replace(one.column, style=style)
                with self._told_heading(rank, style):
                    _draw(self.canv, place, self._headings[rank], top)
            if any(one.lines) or self._row:
                with part(self.canv, self._row.cell(rank) if self._row else one.column.style.tag):
                    _draw(self.canv, one.column, one.lines, height - self._top, self._leading)

    def _told_heading(self, rank: int, style: Style) -> AbstractContextManager[None]:
        """Repeated after a page, it is seen and not told again."""
        if self._row is None:
            return part(self.canv, style.tag)
        return ornament(self.canv) if self._row.again else part(self.canv, self._row.heading(rank))

    def _rules(self, height: float) -> None:
        dressing = self._dressing
        if dressing.rule:
            _stroke(self.canv, dressing.rule, dressing.weight, (0, height, TEXT_WIDTH, height))
        if dressing.separators:
            for left, right in zip(self._parts, self._parts[1:], strict=False):
                x = (left.column.x + left.column.width + right.column.x) / 2
                ends = (x, 2, x, height - dressing.before)
                _stroke(self.canv, HAIRLINE, THIN, ends)


def _wrapped(
    heading: tuple[tuple[str, ...], Style] | None, places: Sequence[Column]
) -> list[list[str]]:
    if heading is None:
        return []
    labels, style = heading
    return [
        wrap(label, style.font, style.size, place.width)
        for label, place in zip(labels, places, strict=True)
    ]


def block(
    texts: Sequence[str],
    places: Sequence[Column],
    dressing: Dressing | None = None,
    row: _Row | None = None,
) -> Columns:
    """One text per column, wrapped to it."""
    parts = tuple(
        _Lines(place, wrap(text, place.style.font, place.style.size, place.width))
        for text, place in zip(texts, places, strict=True)
    )
    return Columns(parts, dressing or Dressing(), row)


def table(
    heading: tuple[str, ...],
    rows: Iterable[Sequence[str]],
    places: Sequence[Column],
    dressing: Dressing,
    *,
    style: Style = HEADING,
    topped: bool = True,
) -> list[Columns]:
    """Rows under what names their columns, told as a table to who has it read aloud.

    The rule of `dressing` stands above each of them, above the first if `topped`.
    """
    whole = object()
    first = replace(dressing, heading=(heading, style), rule=dressing.rule if topped else None)
    return [
        block(texts, places, dressing if rank > 1 else first, _Row(whole, rank))
        for rank, texts in enumerate(rows, 1)
    ]


def line(text: str, style: Style, dressing: Dressing | None = None) -> Columns:
    """One text over the whole width."""
    return block([text], [Column(0, TEXT_WIDTH, style)], dressing)


def space(height: float) -> Any:
    return Spacer(1, height)


def room(height: float) -> Any:
    """Go to the next page unless that much is left: a title never stays alone."""
    return CondPageBreak(height)


def mark(do: Callable[[], None]) -> Any:
    """Something to note when this place of the document is drawn."""
    return CallerMacro(drawCallable=lambda _flowable: do())


def _draw(
    canvas: Canvas, column: Column, lines: Sequence[str], top: float, leading: float | None = None
) -> None:
    style = column.style
    step = leading or style.leading
    y = top - (step + style.size * 0.66) / 2
    canvas.setFont(style.font, style.size)
    canvas.setFillColor(HexColor(style.colour))
    for text in lines:
        shift = column.width - fonts.width(text, style.font, style.size) if style.right else 0
        if text:
            canvas.drawString(column.x + shift, y, text)
        y -= step


def _stroke(
    canvas: Canvas, colour: str, weight: float, ends: tuple[float, float, float, float]
) -> None:
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(weight)
    canvas.line(*ends)
