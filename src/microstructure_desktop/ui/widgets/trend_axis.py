"""The axis of days of a trend: where points stand, which words fit, how days are written."""

from collections.abc import Sequence
from datetime import date

from microstructure_desktop.ui.texts import NBSP, short_date

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


def spread(wanted: Sequence[float], gap: float, most: float) -> list[float]:
    """Move what is too close to the right, then back from the end what was moved too far."""
    moved: list[float] = []
    for place in wanted:
        moved.append(max(place, moved[-1] + gap) if moved else place)
    limit = most
    for at in range(len(moved) - 1, -1, -1):
        moved[at] = min(moved[at], limit)
        limit = moved[at] - gap
    return moved


def fitting(spans: Sequence[tuple[float, float]], air: float) -> list[int]:
    """Which of several words side by side can be written without touching.

    The last is the one looked for, then the first; the others as they come.
    """
    kept: list[int] = []
    last = len(spans) - 1
    for at in sorted(range(len(spans)), key=lambda at: (at != last, at)):
        left, right = spans[at]
        if all(right + air <= spans[k][0] or spans[k][1] + air <= left for k in kept):
            kept.append(at)
    return sorted(kept)


def day_words(days: Sequence[date]) -> list[str]:
    """« mars 26 », or « 3 mars 26 » when all is within three months; "" where it would repeat."""
    near = bool(days) and (days[-1] - days[0]).days < _SHORT_SPAN
    written = []
    for day in days:
        _, number, month = short_date(day).split(NBSP)
        parts = (number, month) if near else (month,)
        written.append(NBSP.join((*parts, f"{day:%y}")))
    return ["" if word in written[:at] else word for at, word in enumerate(written)]
