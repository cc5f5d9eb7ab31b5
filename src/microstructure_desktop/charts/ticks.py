"""The numbers of an axis: from zero, by ones, twos or fives, and no further than needed."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from math import floor, log10

from .model import Valeur

_NICE = (1, 2, 5, 10)


def ticks(values: Sequence[Valeur], most: int = 5) -> tuple[Valeur, ...]:
    """Zero first, the last at least the greatest value, in at most `most` equal steps.

    Counts have whole ticks. When all is zero, or there is nothing, the axis goes to one.
    """
    whole = all(isinstance(value, int) for value in values)
    top = Decimal(max(values, default=0)) or Decimal(1)
    step = _step(top / most, whole=whole)
    count = int((top / step).to_integral_value(ROUND_CEILING))
    if whole:
        return tuple(int(step) * rank for rank in range(count + 1))
    return tuple(step * rank for rank in range(count + 1))


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """The smallest nice number that is no less."""
    if whole and least <= 1:
        return Decimal(1)
    power = Decimal(10) ** floor(log10(least))
    return next(power * nice for nice in _NICE if power * nice >= least)
