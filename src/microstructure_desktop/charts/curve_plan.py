"""Where everything in a curve stands: months across, values up, the year before behind."""

from collections.abc import Iterator

from .axis import Axis, gutter, numbers, upright
from .head import head
from .model import Courbe, Point, Rangee
from .room import Letters, every, fitting, spread
from .shapes import Area, Dash, Dot, Drawing, Line, Place, Shape, Side, Word, Zone
from .style import Style, styles
from .words import figure, short_month

_TALL = 10  # lines of text in height


def plan(courbe: Courbe, letters: Letters, width: float) -> Drawing:
    line = letters.line
    shapes, top = head(courbe, letters, width)
    marks = numbers(courbe)
    left = gutter(marks, letters)
    field = Area(left, top + 1.2 * line, width - left - _beside(courbe, letters), _TALL * line)
    axis = upright(marks, field, letters)
    rows = [_places(rangee, courbe, field, axis) for rangee in courbe.rangees]
    looks = styles(courbe)
    shapes += axis.shapes
    shapes += _months(courbe, field, letters)
    # what was before first, so that it stays behind
    for at in sorted(range(len(rows)), key=lambda at: not looks[at].avant):
        shapes += _row(courbe.rangees[at], rows[at], looks[at], line)
    shapes += _figures(courbe, rows, looks, letters)
    height = field.y + field.tall + 2.9 * line
    return Drawing(width, height, tuple(shapes), tuple(_zones(courbe, rows, field, line)))


def _beside(courbe: Courbe, letters: Letters) -> float:
    """Room at the right for the last figures of several lines."""
    main = [r for r in courbe.rangees if not r.avant]
    if len(main) < 2:  # noqa: PLR2004 -- one line has its figures on its points
        return 0.0
    known = [p.valeur for r in main for p in r.points if p.valeur is not None]
    widths = (letters.width(figure(v, courbe.unite), strong=True) for v in known)
    return max(widths, default=0.0) + 0.5 * letters.line


def _across(courbe: Courbe, field: Area, at: float) -> float:
    return field.x + field.wide * (at + 0.5) / max(1, len(courbe.mois))


def _places(rangee: Rangee, courbe: Courbe, field: Area, axis: Axis) -> list[Place | None]:
    bottom = field.y + field.tall
    return [
        None if p.valeur is None else (_across(courbe, field, at), bottom - axis.at(p.valeur))
        for at, p in enumerate(rangee.points)
    ]


def _months(courbe: Courbe, field: Area, letters: Letters) -> Iterator[Shape]:
    """The year stands under its first month."""
    line = letters.line
    words = [short_month(day) for day in courbe.mois]
    widest = max(map(letters.width, words), default=0.0) + 0.5 * line
    one_in = every(widest, field.wide / max(1, len(words)))
    under = field.y + field.tall + 0.9 * line
    year = 0
    for at, (day, word) in enumerate(zip(courbe.mois, words, strict=True)):
        x = _across(courbe, field, at)
        if at % one_in == 0:
            yield Word((x, under), word, Side.AROUND)
        if day.year != year:
            year = day.year
            yield Word((x, under + 1.15 * line), str(year), Side.AROUND)


def _row(rangee: Rangee, places: list[Place | None], look: Style, line: float) -> Iterator[Shape]:
    """Nothing is drawn over what is missing; what leads to a provisional point is dotted."""
    weight = 1.2 if look.avant else 2.0
    pairs = zip(places, places[1:], rangee.points[1:], strict=False)
    for start, end, point in pairs:
        if start is not None and end is not None:
            dash = Dash.DOTTED if point.provisoire else look.dash
            yield Line((start, end), look.ink, weight, dash)
    for at, (place, point) in enumerate(zip(places, rangee.points, strict=True)):
        if place is not None and (not look.avant or _is_alone(places, at)):
            half = line / (6 if look.avant else 4)
            yield Dot(place, half, look.ink, look.mark, hollow=point.provisoire)


def _is_alone(places: list[Place | None], at: int) -> bool:
    return not any(places[n] for n in (at - 1, at + 1) if 0 <= n < len(places))


def _figures(
    courbe: Courbe, rows: list[list[Place | None]], looks: tuple[Style, ...], letters: Letters
) -> list[Shape]:
    main = [at for at, look in enumerate(looks) if not look.avant]
    if len(main) == 1:
        return _over(courbe, courbe.rangees[main[0]], rows[main[0]], letters)
    return _at_the_end(courbe, [(courbe.rangees[at], rows[at]) for at in main], letters)


def _over(
    courbe: Courbe, rangee: Rangee, places: list[Place | None], letters: Letters
) -> list[Shape]:
    """Each figure over its point, as many as fit."""
    words: list[Word] = []
    spans: list[tuple[float, float]] = []
    for place, point in _known(places, rangee):
        text = figure(point.valeur or 0, courbe.unite)
        half = letters.width(text, strong=True) / 2
        at = (place[0], place[1] - 0.9 * letters.line)
        words.append(Word(at, text, Side.AROUND, "text", strong=True, halo=True))
        spans.append((place[0] - half, place[0] + half))
    return [words[at] for at in fitting(spans, letters.line / 3)]


def _at_the_end(
    courbe: Courbe, rows: list[tuple[Rangee, list[Place | None]]], letters: Letters
) -> list[Shape]:
    """The last figure of each line, beside its last point, none on another."""
    ends = [known[-1] for rangee, places in rows if (known := _known(places, rangee))]
    ends.sort(key=lambda end: end[0][1])
    downs = spread([place[1] for place, _ in ends], letters.line, float("inf"))
    return [
        Word(
            (place[0] + 0.55 * letters.line, down),
            figure(point.valeur or 0, courbe.unite),
            Side.RIGHT,
            "text",
            strong=True,
            halo=True,
        )
        for (place, point), down in zip(ends, downs, strict=True)
    ]


def _known(places: list[Place | None], rangee: Rangee) -> list[tuple[Place, Point]]:
    pairs = zip(places, rangee.points, strict=True)
    return [(place, point) for place, point in pairs if place is not None]


def _zones(
    courbe: Courbe, rows: list[list[Place | None]], field: Area, line: float
) -> Iterator[Zone]:
    wide = field.wide / max(1, len(courbe.mois))
    bottom = field.y + field.tall
    for rank, places in enumerate(rows):
        for at, place in enumerate(places):
            area = Area(field.x + at * wide, field.y - line, wide, field.tall + 2.5 * line)
            yield Zone(at, rank, area, place or (_across(courbe, field, at), bottom))
