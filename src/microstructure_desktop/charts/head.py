"""The head of a chart: its unit, and what each line or pattern stands for."""

from collections.abc import Sequence

from .model import Cascade, Courbe, Graphique, provisoire
from .room import Letters
from .shapes import Area, Box, Dash, Dot, Fill, Line, Shape, Side, Word
from .style import FAINT, Style, styles
from .words import PROVISIONAL, STEP_BEFORE, unit_name

_Entry = tuple[str, Style, bool]
"""A name, how it looks, and whether it is there for what is provisional."""


def head(graphique: Graphique, letters: Letters, width: float) -> tuple[list[Shape], float]:
    """The shapes, and how far down they go; at the right of the unit when there is room."""
    line = letters.line
    unit = unit_name(graphique.unite)
    shapes: list[Shape] = [Word((0, line / 2), unit)]
    entries = _entries(graphique)
    sizes = [_sample(graphique, line) + letters.width(entry[0]) for entry in entries]
    total = sum(sizes) + line * max(0, len(sizes) - 1)
    beside = letters.width(unit) + 1.5 * line + total <= width
    x, y = (width - total, 0.0) if beside else (0.0, 1.25 * line)
    for entry, size in zip(entries, sizes, strict=True):
        if x and x + size > width + 1:
            x, y = 0.0, y + 1.25 * line
        shapes += _draw(graphique, entry, (x, y + line / 2), line)
        x += size + line
    return shapes, y + 1.2 * line if entries else 1.2 * line


def _entries(graphique: Graphique) -> list[_Entry]:
    looks = styles(graphique)
    found: list[_Entry] = []
    if len(graphique.rangees) > 1:
        found = [(r.nom, s, False) for r, s in zip(graphique.rangees, looks, strict=True)]
    if isinstance(graphique, Cascade) and len(graphique.etapes) > 1:
        before = Style(FAINT, looks[0].mark, Dash.SOLID, Fill.LIGHT)
        found.append((STEP_BEFORE, before, False))
    if provisoire(graphique):
        found.append((PROVISIONAL, Style(FAINT, looks[0].mark, Dash.DOTTED, Fill.HATCHED), True))
    return found


def _sample(graphique: Graphique, line: float) -> float:
    """How wide a sample is, with the air after it."""
    return (2.1 if isinstance(graphique, Courbe) else 1.2) * line


def _draw(
    graphique: Graphique, entry: _Entry, at: tuple[float, float], line: float
) -> Sequence[Shape]:
    name, look, open_ = entry
    x, y = at
    word = Word((x + _sample(graphique, line), y), name, Side.RIGHT)
    if not isinstance(graphique, Courbe):
        side = 0.75 * line
        return Box(Area(x, y - side / 2, 1.1 * side, side), look.ink, look.fill), word
    stroke = Line(((x, y), (x + 1.7 * line, y)), look.ink, 1.2 if look.avant else 2, look.dash)
    if look.avant:
        return stroke, word
    return stroke, Dot((x + 0.85 * line, y), line / 4, look.ink, look.mark, hollow=open_), word
