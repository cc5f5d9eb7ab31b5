"""The meetings and trainings of a year beside those of the year before."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.activite import vus
from microstructure_desktop.domain.bilan_reunions import A23, A24, a23, a24

from .access import Permission, allowed, check
from .office import Office, today
from .reunis import syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class Annee:
    """`syntheses` None for who takes no part in them."""

    annee: int
    syntheses: A23 | None
    autres: A24


@dataclass(frozen=True, slots=True)
class BilanReunions:
    """`annee` may be under way, `precedente` is whole."""

    annee: Annee
    precedente: Annee


def bilan(office: Office, annee: int | None = None) -> BilanReunions:
    """The year asked for, else the one under way, and the one before."""
    check(office, Permission.RESEAU)
    asked = annee or today(office).year
    with office.store.read() as work:
        return BilanReunions(_annee(work, office, asked), _annee(work, office, asked - 1))


def _annee(work: "Work", office: Office, annee: int) -> Annee:
    takes_part = allowed(office.membre.role, Permission.REUNION)
    syntheses = a23(syntheses_lues(work), _file_active(work, annee), annee) if takes_part else None
    return Annee(annee, syntheses, a24(work.reunions.all(), work.formations.all(), annee))


def _file_active(work: "Work", annee: int) -> "frozenset[PatientId]":
    first, last = date(annee, 1, 1), date(annee, 12, 31)
    return vus(work.queries.activity(first, last), first, last)
