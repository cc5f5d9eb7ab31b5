"""Which months are awaited of a structure: since it was enrolled, until today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from .model import Structure
    from .sql.work import Work


def months(debut: Mois, fin: Mois) -> Iterator[Mois]:
    """From one to another, both included."""
    while debut <= fin:
        yield debut
        debut = debut.plus(1)


def last_over(today: date) -> Mois:
    """The last month that is over: the only ones that are awaited."""
    return Mois.de(today).plus(-1)


def is_due(mois: Mois, today: date, jour_limite: int) -> bool:
    """Whether it should be here: the day agreed, of the month that follows, is past."""
    return mois.plus(1).premier.replace(day=jour_limite) < today


def expects(structure: Structure, mois: Mois) -> bool:
    return structure.depuis <= mois and (structure.jusqua is None or mois <= structure.jusqua)


def first(work: Work, code: str) -> Mois | None:
    """The first month that is not here yet; None for somebody unknown, or who owes no other."""
    structure = work.structures.get(code)
    if structure is None:
        return None
    here = {paquet.periode for paquet in work.paquets.heads(code)}
    mois = structure.depuis
    while mois in here:
        mois = mois.plus(1)
    return mois if expects(structure, mois) else None
