"""The axis of days of a trend: where points stand, which words fit, how days are written."""

from collections.abc import Sequence
from datetime import date

from microstructure_desktop.charts.room import fitting, spread
from microstructure_desktop.ui.texts import NBSP, short_date

__all__ = ["day_words", "fitting", "places", "spread"]

_SHORT_SPAN = 92  # days under which the month alone would say too little


def places(days: Sequence[date], least: float, most: float, gap: float) -> list[float]:
    """Where days stand between two ends: in proportion to time, but `gap` apart when there is room.

    Days come oldest first. Those that are all the same day stand around the middle.
    """
    if not days:
        return []
    steps = len(days) - 1
    gap = min(gap, (most - least) / steps) if steps else 0.0
    span = (days[-1] - days[0]).days
    if span:
        wanted = [least + (most - least) * (day - days[0]).days / span for day in days]
        return spread(wanted, gap, most)
    middle = (least + most) / 2
    return [middle + (at - steps / 2) * gap for at in range(len(days))]


def day_words(days: Sequence[date]) -> list[str]:
    """« mars 26 », or « 3 mars 26 » when all is within three months; "" where it would repeat."""
    near = bool(days) and (days[-1] - days[0]).days < _SHORT_SPAN
    written = []
    for day in days:
        _, number, month = short_date(day).split(NBSP)
        parts = (number, month) if near else (month,)
        written.append(NBSP.join((*parts, f"{day:%y}")))
    return ["" if word in written[:at] else word for at, word in enumerate(written)]
