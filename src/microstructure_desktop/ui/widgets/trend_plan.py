"""Where everything in a trend stands, in a size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from microstructure_desktop.ui import fonts, look

from . import trend_axis

DOT = 4
_AIR = 6
_HAIR = 2  # so that the first and the last letter of a value are not cut
_CUT = 0.4  # of the width, at most, for the words of a side


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """`label` is the value as it is written: « 24 », « Stable »."""

    day: date
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class TrendMark:
    """A cut-off and the words at its right."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """What is to be drawn: points oldest first between two values, cut-offs, levels in words."""

    points: tuple[TrendPoint, ...] = ()
    low: float = 0.0
    high: float = 1.0
    marks: tuple[TrendMark, ...] = ()
    levels: tuple[tuple[float, str], ...] = ()

    def ends(self) -> tuple[float, float]:
        """The least and the most that must be seen, never the same."""
        shown = (
            self.low,
            self.high,
            *(point.value for point in self.points),
            *(mark.value for mark in self.marks),
            *(value for value, _ in self.levels),
        )
        least, most = min(shown), max(shown)
        return least, most if most > least else least + 1

    def scale(self) -> tuple[tuple[float, str], ...]:
        """What is written at the left: the levels, else both ends."""
        return self.levels or tuple((end, f"{end:g}".replace(".", ",")) for end in self.ends())


class Plan:
    """Places by their nature: `field` holds the points, words stand around it."""

    def __init__(self, series: Series, width: float, height: float) -> None:
        plain = QFontMetricsF(fonts.font("caption"))
        self._strong = QFontMetricsF(fonts.font("caption", fonts.STRONG))
        self.line = plain.height()
        self._series = series
        left = _widest(plain, [word for _, word in series.scale()], width) + _AIR
        right = _widest(plain, [mark.label for mark in series.marks], width)
        top = self.line / 2 if series.levels else self.line + DOT + 2
        bottom = height - self.line - _AIR - 2 * DOT
        self.field = QRectF(left, top, width - left - right - _AIR, bottom - top)
        self.dates = trend_axis.day_words([point.day for point in series.points])
        self._date_widths = [plain.horizontalAdvance(word) for word in self.dates]
        self.dots = self._dots()

    def down(self, value: float) -> float:
        low, high = self._series.ends()
        return self.field.bottom() - self.field.height() * (value - low) / (high - low)

    def labels(self) -> list[tuple[QRectF, str]]:
        """Values above their points; levels are words already, at the left."""
        if self._series.levels:
            return []
        words = [point.label for point in self._series.points]
        widths = [self._strong.horizontalAdvance(word) + _HAIR for word in words]
        tops = [dot.y() - DOT - 2 - self.line for dot in self.dots]
        return self._fitting(words, widths, tops)

    def date_labels(self) -> list[tuple[QRectF, str]]:
        under = self.field.bottom() + 2 * DOT + _AIR
        return self._fitting(self.dates, self._date_widths, [under] * len(self.dates))

    def mark_labels(self) -> list[tuple[QRectF, TrendMark]]:
        """Cut-offs that touch are written one under the other, the highest first."""
        marks = sorted(self._series.marks, key=lambda mark: -mark.value)
        middles = [self.down(mark.value) for mark in marks]
        most = self.field.bottom() + DOT
        left = self.field.right() + _AIR
        return [
            (QRectF(left, middle - self.line / 2, 10_000, self.line), mark)
            for middle, mark in zip(trend_axis.spread(middles, self.line, most), marks, strict=True)
        ]

    def _dots(self) -> list[QPointF]:
        points = self._series.points
        inset = max(DOT + 2.0, *(wide / 2 for wide in self._date_widths)) if points else 0.0
        words = [self._strong.horizontalAdvance(point.label) for point in points]
        # wide enough for `_fitting` to keep both of two neighbours
        legible = max(words, default=0.0) + _HAIR + look.px(_AIR) + 1
        gap = 2.0 * DOT + 4 if self._series.levels else legible
        across = trend_axis.places(
            [point.day for point in points],
            self.field.left() + inset,
            self.field.right() - inset,
            gap,
        )
        return [QPointF(x, self.down(point.value)) for x, point in zip(across, points, strict=True)]

    def _fitting(
        self, words: Sequence[str], widths: Sequence[float], tops: Sequence[float]
    ) -> list[tuple[QRectF, str]]:
        written = [
            (QRectF(dot.x() - wide / 2, top, wide, self.line), word)
            for dot, wide, top, word in zip(self.dots, widths, tops, words, strict=True)
            if word
        ]
        spans = [(area.left(), area.right()) for area, _ in written]
        return [written[at] for at in trend_axis.fitting(spans, look.px(_AIR))]


def _widest(metrics: QFontMetricsF, words: Sequence[str], width: float) -> float:
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
    return min(widest + 1, width * _CUT)
