"""The number that each meeting bears: that of its minutes for ever, once it is closed."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import Protocol


class Numerotee(Protocol):
    """`numero`: written when it was closed; None while it is not, or was long ago."""

    @property
    def id(self) -> str: ...
    @property
    def jour(self) -> date: ...
    @property
    def close(self) -> bool: ...
    @property
    def numero(self) -> int | None: ...


def numeros(reunions: Sequence[Numerotee]) -> dict[str, int]:
    """Of meetings of one series, in the order of their days.

    One that is not closed bears the first number free after those of the days before: what is
    held late comes after what was numbered meanwhile, and changes no other.
    """
    found = {r.id: r.numero for r in reunions if r.numero is not None}
    for reunion in reunions:
        if reunion.close and reunion.id not in found:
            found[reunion.id] = _free(found.values(), after=0)
    before = 0
    for reunion in reunions:
        if reunion.id not in found:
            found[reunion.id] = _free(found.values(), after=before)
        before = max(before, found[reunion.id])
    return found


def numero_de(reunion: Numerotee, serie: Iterable[Numerotee]) -> int:
    """That of a meeting as it is about to be saved, in the place of its day."""
    others = (r for r in serie if r.id != reunion.id)
    return numeros(sorted((*others, reunion), key=lambda r: r.jour))[reunion.id]


def _free(taken: Iterable[int], after: int) -> int:
    known = frozenset(taken)
    return next(n for n in count(after + 1) if n not in known)
