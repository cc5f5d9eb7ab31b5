"""Tables of figures, read from the right; on one page when a page holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .flow import Column, Dressing, line, room, space, table
from .fonts import REGULAR, SEMIBOLD, width
from .styles import ACCENT, HAIRLINE, INK, LABEL, MM, TEXT_HEIGHT, TEXT_WIDTH, Style
from .text import printable

if TYPE_CHECKING:
    from .printed_rapport import TableauImprime

_HEAD = Style(SEMIBOLD, 8.5, 12, ACCENT)
_WORDS = Style(REGULAR, 9, 12)
_FIGURES = Style(REGULAR, 9, 12, INK, right=True)
_GUTTER = 5 * MM
_LABEL = 0.34 * TEXT_WIDTH
"""The least that a long label has."""
_HEADING = 26 * MM
"""A heading wider than this stands on two lines."""
_SHORT = 16
"""Characters of a figure; a longer cell is words, read from the left."""


def story(tableau: TableauImprime) -> list[Any]:
    """The table and what is said under it; on one page when a page can hold it."""
    places = _places(tableau)
    heading = (tableau.titre, *tableau.colonnes)
    dressing = Dressing(before=1.4, after=1.4, rule=HAIRLINE, whole=True)
    rows: list[Any] = list(
        table(heading, tableau.lignes, places, dressing, style=_HEAD, topped=False)
    )
    if tableau.note:
        rows.append(line(tableau.note, LABEL, Dressing(before=1)))
    whole = sum(float(row.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) for row in rows)
    first = sum(float(row.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) for row in rows[:3])
    return [room(whole if whole <= TEXT_HEIGHT else first), *rows, space(5 * MM)]


def _places(tableau: TableauImprime) -> list[Column]:
    """Each column as wide as its longest cell; the words of the longest give way."""
    columns = list(zip(*(row[1:] for row in tableau.lignes), strict=True))
    styles = [_FIGURES if all(len(c) <= _SHORT for c in each) else _WORDS for each in columns]
    needed = [
        max(*map(_wide, cells), *map(_wide, heading.split(" ")), min(_wide(heading), _HEADING))
        for heading, cells in zip(tableau.colonnes, columns, strict=True)
    ]
    named = max(_wide(text) for text in (tableau.titre, *(row[0] for row in tableau.lignes)))
    left = TEXT_WIDTH - min(named, _LABEL) - _GUTTER * len(columns)
    needed = _fitting(needed, styles, left)
    label = TEXT_WIDTH - sum(needed) - _GUTTER * len(columns)
    places, x = [Column(0, label, _WORDS)], label + _GUTTER
    for wide, style in zip(needed, styles, strict=True):
        places.append(Column(x, wide, style))
        x += wide + _GUTTER
    return places


def _wide(text: str) -> float:
    return max(width(part, SEMIBOLD, _WORDS.size) for part in printable(text).split("\n"))


def _fitting(needed: list[float], styles: list[Style], left: float) -> list[float]:
    """Narrower when they are more than is left: words first, all alike when that is not enough."""
    figures = sum(n for n, s in zip(needed, styles, strict=True) if s is _FIGURES)
    words = sum(needed) - figures
    if figures + words <= left:
        return needed
    if not words or figures > 0.7 * left:
        return [n * left / (figures + words) for n in needed]
    share = (left - figures) / words
    return [n if s is _FIGURES else n * share for n, s in zip(needed, styles, strict=True)]
