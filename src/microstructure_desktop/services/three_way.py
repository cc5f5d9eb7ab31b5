"""Three-way merge: what two people made of one thing, beside what both began from."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")
Sync = tuple[int, int, int]


def chosen(base: T, mine: T, theirs: T) -> T:
    """What one side alone changed; what is on screen when both did."""
    return theirs if mine == base else mine


def changed_otherwise(base: object, mine: object, theirs: object) -> bool:
    """Whether both sides changed it, each in a way of their own."""
    return base not in (mine, theirs) and mine != theirs


def joined_line(base: str, mine: str, theirs: str) -> str:
    """A field of one line; both when both typed there."""
    if changed_otherwise(base, mine, theirs):
        return " / ".join(text for text in (theirs, mine) if text.strip())
    return chosen(base, mine, theirs)


def joined_text(base: str, mine: str, theirs: str) -> str:
    """Line by line; where both wrote, the colleague's lines above the others, whole."""
    if not changed_otherwise(base, mine, theirs):
        return chosen(base, mine, theirs)
    found = [text.splitlines() for text in (base, mine, theirs)]
    return "\n".join(_merged_lines(*found))


def kept(base: Iterable[T], mine: Iterable[T], theirs: Iterable[T]) -> tuple[T, ...]:
    """Things named once: who was added on either side is there, who was removed is not."""
    known, wanted, theirs = tuple(base), tuple(mine), tuple(theirs)
    stayed = (x for x in theirs if x in wanted or x not in known)
    added = (x for x in wanted if x not in known)
    return tuple(dict.fromkeys((*stayed, *added)))


def merged_by_key(
    base: Iterable[T],
    mine: Iterable[T],
    theirs: Iterable[T],
    key: Callable[[T], Hashable],
    both: Callable[[T | None, T, T], Iterable[T]],
) -> tuple[T, ...]:
    """Each thing known by its key; `both` says what becomes of one that the two sides have.

    What one side removed goes, unless the other has changed it since: nothing typed is lost.
    """
    known, wanted, saved = ({key(x): x for x in side} for side in (base, mine, theirs))
    first, second = (wanted, saved) if list(saved) == list(known) else (saved, wanted)
    found: list[T] = []
    for at in (*first, *(k for k in second if k not in first)):
        if at in wanted and at in saved:
            found.extend(both(known.get(at), wanted[at], saved[at]))
        else:
            alone = wanted[at] if at in wanted else saved[at]
            if at not in known or known[at] != alone:
                found.append(alone)
    return tuple(found)


def _merged_lines(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[str]:
    """Between two lines that all three share, what either side put there."""
    for (b, m, t), (next_b, next_m, next_t) in pairwise(_syncs(base, mine, theirs)):
        yield from _chunk(base[b + 1 : next_b], mine[m + 1 : next_m], theirs[t + 1 : next_t])
        yield from base[next_b : next_b + 1]


def _chunk(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    if not changed_otherwise(base, mine, theirs):
        return chosen(base, mine, theirs)
    if mine[: len(theirs)] == theirs:
        return mine
    return theirs if theirs[: len(mine)] == mine else theirs + mine


def _syncs(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[Sync]:
    """Where each line that all three share stands, in each; before the first, after the last."""
    in_mine, in_theirs = _matches(base, mine), _matches(base, theirs)
    yield -1, -1, -1
    for at in sorted(in_mine.keys() & in_theirs.keys()):
        yield at, in_mine[at], in_theirs[at]
    yield len(base), len(mine), len(theirs)


def _matches(base: list[str], other: list[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {b.a + n: b.b + n for b in blocks for n in range(b.size)}
