"""What was shown outside, as the ledger remembers it: told to who may show more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from microstructure_desktop.domain.diffusion import Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation

from . import rapport_ensemble
from .access import Permission, check
from .office import Office
from .rapport_sorties import Sortie
from .rapport_traits import libelle


@dataclass(frozen=True, slots=True)
class Depart:
    """What left on a day about a year: exact tables, variables with figures, those told without."""

    jour: date
    canal: Canal
    periode: str
    tableaux: tuple[str, ...]
    diffusees: tuple[str, ...]
    retenues: tuple[str, ...]


def departs(office: Office) -> tuple[Depart, ...]:
    """The latest first.

    Raises:
        AccessDenied: the role may not hand the report out.
    """
    check(office, Permission.RAPPORT_DIFFUSABLE)
    with office.store.read() as work:
        known = sorted(work.divulgations.all(), key=_place, reverse=True)
    return tuple(_depart(*key, group) for key, group in groupby(known, key=_place))


def _place(found: Divulgation) -> tuple[date, str, Canal]:
    return found.jour, found.periode, found.canal


def _depart(jour: date, periode: str, canal: Canal, group: Iterable[Divulgation]) -> Depart:
    known = tuple(group)
    exact = [d for d in known if d.population is Population.ENSEMBLE]
    left = [Sortie(d, nouvelle=False) for d in known if d not in exact]
    return Depart(
        jour,
        canal,
        periode,
        tuple(sorted(rapport_ensemble.libelle(d) for d in exact if d.niveau is not None)),
        tuple(sorted(libelle(s) for s in left if s.diffusee)),
        tuple(sorted(libelle(s) for s in left if not s.diffusee)),
    )
