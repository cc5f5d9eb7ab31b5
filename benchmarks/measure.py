"""Medians and ratios: ours and its limit are always measured in the same run."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ratio:
    """`ours` and `limit` in seconds; `goal` is the ratio of performance.md §8, 0 = no goal."""

    what: str
    against: str
    ours: float
    limit: float
    goal: float = 0.0

    @property
    def ratio(self) -> float:
        return self.ours / self.limit

    @property
    def kept(self) -> str:
        if not self.goal:
            return "—"
        return "oui" if self.ratio <= self.goal else "NON"


def median(action: Callable[[], object], times: int = 30) -> float:
    """Seconds of one call, median of `times` after three calls to warm up."""
    for _ in range(3):
        action()
    found = []
    for _ in range(times):
        start = perf_counter()
        action()
        found.append(perf_counter() - start)
    return statistics.median(found)


def paired(
    ours: Callable[[], object], limit: Callable[[], object], times: int = 30
) -> tuple[float, float]:
    """Medians of two actions called in turn, so that a busy machine slows both."""
    for action in (ours, limit):
        action()
    mine, least = [], []
    for _ in range(times):
        for action, kept in ((ours, mine), (limit, least)):
            start = perf_counter()
            action()
            kept.append(perf_counter() - start)
    return statistics.median(mine), statistics.median(least)


def p95(action: Callable[[T], object], values: Sequence[T], times: int = 3) -> float:
    """Seconds that nineteen values in twenty do not exceed.

    Each counts for its quickest call: how they differ is what is measured, not who else works.
    """
    quickest = [math.inf] * len(values)
    for _ in range(times):
        for at, value in enumerate(values):
            start = perf_counter()
            action(value)
            quickest[at] = min(quickest[at], perf_counter() - start)
    return statistics.quantiles(quickest, n=20)[-1]


def show(ratios: list[Ratio]) -> None:
    print(f"{'mesure':48} {'limite':44} {'nous':>9} {'limite':>9} {'rapport':>8} {'but':>6} tenu")
    for r in ratios:
        goal = f"{r.goal:.2f}" if r.goal else "—"
        print(
            f"{r.what:48} {r.against:44} {r.ours * 1000:7.2f}ms {r.limit * 1000:7.2f}ms "
            f"{r.ratio:8.2f} {goal:>6} {r.kept}"
        )
