"""Chapters of a long report: its key figures, its contents with pages, titles never left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import CondPageBreak, Flowable

from .flow import Column, Dressing, block, columns, line, mark, room, space
from .fonts import SEMIBOLD
from .rapport_words import SOMMAIRE
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    HAIRLINE,
    LABEL,
    MM,
    SECTION,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    THICK,
    Style,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping, Sequence

    from .layout import Running

_KEY = Style(SEMIBOLD, 20, 25, ACCENT)
_LINE = Style(SEMIBOLD, 9.5, 15)
_PAGE = Style(SEMIBOLD, 9.5, 15, right=True)
_CONTENTS = (
    Column(0, 9 * MM, _LINE),
    Column(9 * MM, TEXT_WIDTH - 25 * MM, Style(BODY.font, 9.5, 15)),
    Column(TEXT_WIDTH - 15 * MM, 15 * MM, _PAGE),
)
_OPENING = 30 * MM
"""Enough of a long text to begin it under its title."""


class _Bookmark(Flowable):  # type: ignore[misc]
    """An entry of the outline that a reader shows beside the pages."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkPage(self._title)
        self.canv.addOutlineEntry(self._title, self._title, 0)


def keys(cles: Sequence[tuple[str, str]]) -> list[Any]:
    """A few figures side by side, and what each of them is."""
    if not cles:
        return []
    count = len(cles)
    values = columns(*(1,) * count, gutter=GUTTER, styles=(_KEY,) * count)
    words = columns(*(1,) * count, gutter=GUTTER, styles=(LABEL,) * count)
    return [
        block([value for value, _ in cles], values, Dressing(3 * MM, rule=HAIRLINE)),
        block([mots for _, mots in cles], words, Dressing(after=3 * MM)),
    ]


def contents(rows: Iterable[tuple[str, str, str]], pages: MutableMapping[str, int]) -> list[Any]:
    """`rows`: number, title, and the title under which the page was noted."""
    found = [line(SOMMAIRE, SECTION, Dressing(before=5, after=3, rule=ACCENT, weight=THICK))]
    for number, title, key in rows:
        texts = (number, title, str(pages.get(key, 0)))
        found.append(block(texts, _CONTENTS, Dressing(1, 1, HAIRLINE)))
    return found


def section(
    title: str, below: Sequence[Any], running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    """A title on the page of what it opens on; the page is noted for the contents."""

    def note() -> None:
        pages[title] = running.page

    return [
        room(SECTION.leading + 15 * MM + _opening(below)),
        space(6 * MM),
        _Bookmark(title),
        mark(note),
        line(title, SECTION, Dressing(before=5, after=4, rule=ACCENT, weight=THICK)),
    ]


def _opening(below: Sequence[Any]) -> float:
    """The height of the texts that come first, and of the table or the chart under them."""
    height = 0.0
    for each in below:
        if isinstance(each, CondPageBreak):
            height += float(each.height)
            break
        height += float(each.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1])
        if height > _OPENING:
            break
    return height if height < 0.8 * TEXT_HEIGHT else _OPENING
