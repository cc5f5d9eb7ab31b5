"""LongTable: a table over several pages, each of them saying again what its columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from .flow import Columns, Dressing, table
from .styles import HEADING, TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .flow import Column
    from .styles import Style

_NOISE = 1e-6
"""Sums of heights in points are never exact."""


def long_table(
    heading: tuple[str, ...],
    rows: Iterable[Sequence[str]],
    places: Sequence[Column],
    dressing: Dressing,
) -> LongTable:
    return LongTable(table(heading, rows, places, dressing, topped=False), (heading, HEADING))


class LongTable(Flowable):  # type: ignore[misc]
    """Told as one table, whose headings are read once."""

    def __init__(self, rows: Sequence[Columns], heading: tuple[tuple[str, ...], Style]) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._heading = heading

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, sum(map(_height_of, self._rows))

    def split(self, width: float, height: float) -> list[LongTable]:
        above: list[Columns] = []
        below = list(self._rows)
        left = height + _NOISE
        while below and _height_of(below[0]) <= left:
            left -= _height_of(below[0])
            above.append(below.pop(0))
        if below:
            cut = below[0].split(width, left)
            above += cut[:1]
            below[:1] = cut[1:] or below[:1]
        if not above or not below:
            return []
        below[0] = below[0].under(self._heading)
        return [LongTable(part, self._heading) for part in (above, below)]

    def draw(self) -> None:
        y = _height_of(self)
        for row in self._rows:
            y -= _height_of(row)
            row.drawOn(self.canv, 0, y)


def _height_of(flowable: Flowable) -> float:
    return float(flowable.wrap(0, 0)[1])
