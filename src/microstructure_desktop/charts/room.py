"""Which words fit beside each other, and how far those that touch are moved."""

from collections.abc import Sequence
from typing import Protocol


class Letters(Protocol):
    """How wide a text is where it will be drawn; `line` is the height of a line."""

    @property
    def line(self) -> float: ...

    def width(self, text: str, *, strong: bool = False) -> float: ...


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


def every(widest: float, step: float) -> int:
    """Of words at equal steps, one in how many can be written: 1, 2, 3, 6, 12…"""
    return next((n for n in (1, 2, 3, 6) if widest <= n * step), 12)


def broken(text: str, width: float, letters: Letters, most: int = 2) -> list[str]:
    """At most so many lines, cut between words; the last one ends with … when all did not fit."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and letters.width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = lines[: most - 1] + [" ".join(lines[most - 1 :])] * (len(lines) >= most)
    return [shortened(line, width, letters) for line in kept]


def shortened(text: str, width: float, letters: Letters) -> str:
    """One line, cut with … when it does not fit."""
    if letters.width(text) <= width:
        return text
    cut = text
    while cut and letters.width(f"{cut}…") > width:
        cut = cut[:-1].rstrip()
    return f"{cut}…"
