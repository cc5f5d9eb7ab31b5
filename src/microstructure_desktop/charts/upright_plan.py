"""Where everything in upright bars stands: for few categories whose names fit under them."""

from collections.abc import Iterator

from .axis import Axis, gutter, numbers, upright
from .head import head
from .model import Barres, Point
from .room import Letters, broken
from .shapes import STUB, Area, Box, Drawing, Shape, Side, Word, Zone
from .style import Style, styles
from .words import UNKNOWN, figure

_TALL = 8  # lines of text in height
_MOST = 12


def names_fit(barres: Barres, letters: Letters, width: float) -> bool:
    if len(barres.categories) > _MOST:
        return False
    room = _slot(barres, letters, width) - 0.5 * letters.line
    return all(
        " ".join(broken(name, room, letters)) == name and _holds(name, room, letters)
        for name in barres.categories
    )


def _holds(name: str, room: float, letters: Letters) -> bool:
    return all(letters.width(line) <= room for line in broken(name, room, letters))


def plan(barres: Barres, letters: Letters, width: float) -> Drawing:
    line = letters.line
    shapes, top = head(barres, letters, width)
    marks = numbers(barres)
    left = gutter(marks, letters)
    field = Area(left, top + 1.1 * line, width - left, _TALL * line)
    axis = upright(marks, field, letters)
    zones = list(_columns(barres, field, axis, line))
    shapes += axis.shapes
    looks, slot = styles(barres), _slot(barres, letters, width)
    for zone in zones:
        point = barres.rangees[zone.rank].points[zone.index]
        shapes += _bar(point, zone, looks[zone.rank], field)
        shapes += _over(barres, zone, letters, slot)
    under, deep = field.y + field.tall + 0.8 * line, 1
    for at, name in enumerate(barres.categories):
        lines = broken(name, slot - 0.5 * line, letters)
        deep = max(deep, len(lines))
        middle = field.x + (at + 0.5) * slot
        shapes += (
            Word((middle, under + n * line), text, Side.AROUND) for n, text in enumerate(lines)
        )
    return Drawing(width, under + (deep - 0.4) * line, tuple(shapes), tuple(zones))


def _columns(barres: Barres, field: Area, axis: Axis, line: float) -> Iterator[Zone]:
    rows = len(barres.rangees)
    slot = field.wide / max(1, len(barres.categories))
    wide = min(0.72 * slot, 2.4 * line * rows) / max(1, rows)
    bottom = field.y + field.tall
    for at in range(len(barres.categories)):
        start = field.x + (at + 0.5) * slot - wide * rows / 2
        for rank, rangee in enumerate(barres.rangees):
            area = Area(start + rank * wide, field.y - line, wide, field.tall + line)
            tall = axis.at(rangee.points[at].valeur or 0)
            yield Zone(at, rank, area, (area.x + wide / 2, bottom - tall))


def _bar(point: Point, zone: Zone, look: Style, field: Area) -> Iterator[Shape]:
    if point.valeur is None:
        return
    bottom = field.y + field.tall
    gap = min(1.0, zone.area.wide / 8)
    tall = max(bottom - zone.at[1], STUB)
    area = Area(zone.area.x + gap, bottom - tall, zone.area.wide - 2 * gap, tall)
    yield Box(area, look.ink, look.fill_of(point))


def _over(barres: Barres, zone: Zone, letters: Letters, slot: float) -> Iterator[Shape]:
    """The figure over its bar when it is no wider than it, or than the slot of a bar alone."""
    point = barres.rangees[zone.rank].points[zone.index]
    known = point.valeur is not None
    room = zone.area.wide if len(barres.rangees) > 1 else slot - letters.line
    text = figure(point.valeur, barres.unite) if point.valeur is not None else UNKNOWN
    faint = barres.rangees[zone.rank].avant or not known
    strong = not faint
    if letters.width(text, strong=strong) <= room + 0.2 * letters.line:
        at = (zone.at[0], zone.at[1] - 0.65 * letters.line)
        ink = "text3" if faint else "text"
        yield Word(at, text, Side.AROUND, ink, strong=strong, halo=True)


def _slot(barres: Barres, letters: Letters, width: float) -> float:
    left = gutter(numbers(barres), letters)
    return (width - left) / max(1, len(barres.categories))
