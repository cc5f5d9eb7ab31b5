"""One question on paper: its words, and beside or below them the place for its answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from .strokes import pen
from .structure import ornament, part
from .styles import GUTTER, HAIRLINE, MM, TEXT_HEIGHT, TEXT_WIDTH, THIN

if TYPE_CHECKING:
    from .strokes import Row

STEP = 5 * MM
"""How far to the right of its question a nested one starts."""
_LABEL = 0.4 * (TEXT_WIDTH - GUTTER)
_BEFORE, _AFTER = 1.8 * MM, 1.4 * MM
_WHOLE = TEXT_HEIGHT / 3
"""A question is cut between two pages only when it is taller."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: how deeply nested, its answer at the right or below, ruled above."""

    depth: int = 0
    beside: bool = True
    rule: bool = True

    @property
    def left(self) -> float:
        return self.depth * STEP

    @property
    def label(self) -> float:
        """The width of its words."""
        return (_LABEL if self.beside else TEXT_WIDTH) - self.left

    @property
    def zone(self) -> float:
        """The width of its answer."""
        return TEXT_WIDTH - (_LABEL + GUTTER if self.beside else self.left)


class Ask(Flowable):  # type: ignore[misc]
    """Read in the order drawn: the words, then the answer's place."""

    def __init__(self, label: list[Row], zone: list[Row], place: Place) -> None:
        super().__init__()
        self._label = label
        self._zone = zone
        self._place = place

    @property
    def _heights(self) -> tuple[float, float]:
        return sum(row.height for row in self._label), sum(row.height for row in self._zone)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        label, zone = self._heights
        inside = max(label, zone) if self._place.beside else label + zone
        return TEXT_WIDTH, _BEFORE + inside + (_AFTER if self._zone else 0)

    def split(self, _width: float, height: float) -> list[Ask]:
        if self.wrap(0, 0)[1] <= _WHOLE:
            return []
        label, _ = self._heights
        left = height - _BEFORE - _AFTER - (0 if self._place.beside else label)
        fit = 0
        while fit < len(self._zone) and self._zone[fit].height <= left:
            left -= self._zone[fit].height
            fit += 1
        fit = min(fit, len(self._zone) - 1)
        if fit < 1 or label > height - _BEFORE - _AFTER:
            return []
        return [
            Ask(self._label, self._zone[:fit], self._place),
            Ask([], self._zone[fit:], replace(self._place, rule=False)),
        ]

    def draw(self) -> None:
        _, height = self.wrap(0, 0)
        canvas, place = self.canv, self._place
        with ornament(canvas):
            pen(canvas, HAIRLINE, THIN)
            if place.rule:
                canvas.line(place.left, height, TEXT_WIDTH, height)
            if place.depth:
                x = place.left - STEP / 2
                canvas.line(x, 0, x, height)
        top = _drawn(self, self._label, place.left, height - _BEFORE)
        if place.beside:
            _drawn(self, self._zone, TEXT_WIDTH - place.zone, height - _BEFORE)
        else:
            _drawn(self, self._zone, place.left, top)


def _drawn(ask: Ask, rows: list[Row], x: float, top: float) -> float:
    if not rows:
        return top
    with part(ask.canv, "P"):
        for row in rows:
            row.draw(ask.canv, x, top)
            top -= row.height
    return top
