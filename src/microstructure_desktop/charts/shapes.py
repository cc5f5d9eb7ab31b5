"""What a chart is drawn from: lines, boxes, marks and words, from the top left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count

STUB = 1.5
"""How long the bar of a zero is, so that it is known to be there."""

Place = tuple[float, float]
Stroke = tuple[Place, Place]


class Dash(Enum):
    """How a line goes on."""

    SOLID = auto()
    DASHED = auto()
    DOTTED = auto()
    MIXED = auto()


class Mark(Enum):
    """What stands on a point."""

    ROUND = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()


class Fill(Enum):
    """HATCHED may still change; LIGHT is what was before; STRIPED is a second kind, RULED
    a third, with upright strokes.
    """

    FULL = auto()
    STRIPED = auto()
    RULED = auto()
    HATCHED = auto()
    LIGHT = auto()


class Side(Enum):
    """Where a word is from its place."""

    RIGHT = auto()
    LEFT = auto()
    AROUND = auto()


@dataclass(frozen=True, slots=True)
class Area:
    x: float
    y: float
    wide: float
    tall: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.wide and self.y <= y < self.y + self.tall


@dataclass(frozen=True, slots=True)
class Line:
    """`ink` is a colour of the palette; paper knows black and greys."""

    places: tuple[Place, ...]
    ink: str
    weight: float = 1.0
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Box:
    area: Area
    ink: str
    fill: Fill = Fill.FULL


@dataclass(frozen=True, slots=True)
class Dot:
    """`half` is from the middle to the edge; hollow when it may still change."""

    at: Place
    half: float
    ink: str
    mark: Mark = Mark.ROUND
    hollow: bool = False

    def outline(self) -> tuple[Place, ...]:
        """The corners of a mark that is not round; all look as large."""
        x, y, h = *self.at, self.half
        if self.mark is Mark.SQUARE:
            h *= 0.9
            return (x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)
        if self.mark is Mark.TRIANGLE:
            return (x, y - 1.2 * h), (x + 1.15 * h, y + 0.9 * h), (x - 1.15 * h, y + 0.9 * h)
        h *= 1.3
        return (x, y - h), (x + h, y), (x, y + h), (x - h, y)


@dataclass(frozen=True, slots=True)
class Word:
    """One line; `at` is its middle in height. `halo` clears what passes under it."""

    at: Place
    text: str
    side: Side = Side.RIGHT
    ink: str = "text3"
    strong: bool = False
    halo: bool = False


Shape = Line | Box | Dot | Word


@dataclass(frozen=True, slots=True)
class Zone:
    """Where one value is chosen: point `index` of row `rank`, seen at `at`."""

    index: int
    rank: int
    area: Area
    at: Place


@dataclass(frozen=True, slots=True)
class Drawing:
    """`lying`: the points go down the page, not across it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    zones: tuple[Zone, ...]
    lying: bool = False

    def zone_at(self, x: float, y: float) -> Zone | None:
        """The nearest of those that hold a place."""
        found = [zone for zone in self.zones if zone.area.holds(x, y)]
        return min(found, key=lambda z: (z.at[0] - x) ** 2 + (z.at[1] - y) ** 2, default=None)

    def zone_of(self, index: int, rank: int) -> Zone:
        return next(z for z in self.zones if (z.index, z.rank) == (index, rank))


def striping(area: Area, step: float) -> Iterator[Stroke]:
    """Level strokes inside an area."""
    for rank in range(1, int(area.tall / step + 0.999)):
        y = area.y + rank * step
        yield (area.x, y), (area.x + area.wide, y)


def ruling(area: Area, step: float) -> Iterator[Stroke]:
    """Upright strokes inside an area, the first as far from the edge as the last."""
    strokes = max(1, int(area.wide / step))
    gap = area.wide / (strokes + 1)
    for rank in range(1, strokes + 1):
        x = area.x + rank * gap
        yield (x, area.y), (x, area.y + area.tall)


def hatching(area: Area, step: float) -> Iterator[Stroke]:
    """Slanted strokes inside an area; they go on from one area to the next."""
    right, bottom = area.x + area.wide, area.y + area.tall
    first = int((area.x + area.y) // step) + 1
    for rank in count(first):
        total = rank * step  # along a stroke, x + y is the same
        if total >= right + bottom:
            return
        low, high = max(area.x, total - bottom), min(right, total - area.y)
        yield (low, total - low), (high, total - high)
