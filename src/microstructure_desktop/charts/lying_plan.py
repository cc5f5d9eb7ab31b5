"""Where everything in lying bars stands: names at the left, figures after the bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .axis import Axis, lying, numbers
from .head import head
from .model import Barres, Cascade
from .room import Letters, broken
from .shapes import STUB, Area, Box, Drawing, Fill, Shape, Side, Word, Zone
from .style import FAINT, Style, styles
from .words import UNKNOWN, figure, percent

_NAMES = 0.42  # of the width, at most
_FAR = 100_000.0
Bars = Barres | Cascade


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where bars lie: each category has `pitch`, each of its bars is `bar` thick."""

    bars: Bars
    letters: Letters
    field: Area
    names: float
    pitch: float
    bar: float


def plan(bars: Bars, letters: Letters, width: float) -> Drawing:
    line = letters.line
    shapes, top = head(bars, letters, width)
    bench = _bench(bars, letters, width, top + 0.3 * line)
    axis = lying(numbers(bars), bench.field, letters)
    zones = list(_zones(bench, axis))
    looks = styles(bars)
    shapes += axis.shapes
    for at in range(len(_names(bars))):
        shapes += _name(bench, at)
        for zone in zones:
            if zone.index == at:
                shapes += _bar(bench, zone, looks[zone.rank], _before(zones, zone, bars))
                shapes += _figure(bench, zone, _before(zones, zone, bars))
    height = bench.field.y + bench.field.tall + 1.4 * line
    return Drawing(width, height, tuple(shapes), tuple(zones), lying=True)


def _bench(bars: Bars, letters: Letters, width: float, top: float) -> _Bench:
    line, names, rows = letters.line, _names(bars), len(bars.rangees)
    widest = max(map(letters.width, names), default=0.0)
    room = min(widest, _NAMES * width)
    bar = line if rows == 1 else 0.8 * line
    pitch = max(bar * rows + 0.75 * line, 2.15 * line if widest > room else 0)
    left = room + 0.6 * line
    wide = max(width - left - _beyond(bars, letters), line)
    field = Area(left, top, wide, pitch * max(1, len(names)))
    return _Bench(bars, letters, field, room, pitch, bar)


def _names(bars: Bars) -> tuple[str, ...]:
    return bars.categories if isinstance(bars, Barres) else bars.etapes


def _beyond(bars: Bars, letters: Letters) -> float:
    """Room at the right for the figures of the longest bars."""
    widths = [
        letters.width(main, strong=True) + letters.width(more)
        for rank in range(len(bars.rangees))
        for at in range(len(_names(bars)))
        for main, more in [_said(bars, at, rank)]
    ]
    return max(widths, default=0.0) + 1.2 * letters.line


def _said(bars: Bars, at: int, rank: int) -> tuple[str, str]:
    """The figure, and the share of the step before."""
    value = bars.rangees[rank].points[at].valeur
    if value is None:
        return UNKNOWN, ""
    part = bars.part(at) if isinstance(bars, Cascade) else None
    return figure(value, bars.unite), "" if part is None else percent(part)


def _zones(bench: _Bench, axis: Axis) -> Iterator[Zone]:
    """All of a category's strip belongs to one of its bars."""
    count = len(bench.bars.rangees)
    edge = (bench.pitch - bench.bar * count) / 2
    for at in range(len(_names(bench.bars))):
        start = bench.field.y + at * bench.pitch + edge
        for rank, rangee in enumerate(bench.bars.rangees):
            y = start + rank * bench.bar
            above = 0.0 if rank else edge
            below = edge if rank == count - 1 else 0.0
            area = Area(0, y - above, _FAR, above + bench.bar + below)
            end = bench.field.x + axis.at(rangee.points[at].valeur or 0)
            yield Zone(at, rank, area, (end, y + bench.bar / 2))


def _name(bench: _Bench, at: int) -> Iterator[Shape]:
    line = bench.letters.line
    lines = broken(_names(bench.bars)[at], bench.names + 1, bench.letters)
    first = bench.field.y + (at + 0.5) * bench.pitch - (len(lines) - 1) * line / 2
    right = bench.field.x - 0.6 * line
    return (
        Word((right, first + n * line), text, Side.LEFT, "text2") for n, text in enumerate(lines)
    )


def _before(zones: Sequence[Zone], zone: Zone, bars: Bars) -> float:
    """Where the step before ended, when it went further."""
    end = zone.at[0]
    known = bars.rangees[zone.rank].points[zone.index].valeur is not None
    if isinstance(bars, Cascade) and zone.index and known:
        return max(end, zones[zone.index - 1].at[0])
    return end


def _bar(bench: _Bench, zone: Zone, look: Style, before: float) -> Iterator[Shape]:
    point = bench.bars.rangees[zone.rank].points[zone.index]
    if point.valeur is None:
        return
    end, middle = zone.at
    gap = 0.5 if len(bench.bars.rangees) > 1 else 0.0
    top, tall = middle - bench.bar / 2 + gap, bench.bar - 2 * gap
    if before > end:
        yield Box(Area(end, top, before - end, tall), FAINT, Fill.LIGHT)
    area = Area(bench.field.x, top, max(end - bench.field.x, STUB), tall)
    yield Box(area, look.ink, look.fill_of(point))


def _figure(bench: _Bench, zone: Zone, before: float) -> Iterator[Shape]:
    main, more = _said(bench.bars, zone.index, zone.rank)
    rangee = bench.bars.rangees[zone.rank]
    faint = rangee.avant or rangee.points[zone.index].valeur is None
    at, middle = before + 0.4 * bench.letters.line, zone.at[1]
    ink = "text3" if faint else "text"
    yield Word((at, middle), main, Side.RIGHT, ink, strong=not faint, halo=True)
    if more:
        after = at + bench.letters.width(main, strong=True) + 0.4 * bench.letters.line
        yield Word((after, middle), more, Side.RIGHT, "text3", halo=True)
