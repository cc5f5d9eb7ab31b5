"""A year of a region, read at one moment: what the report, the tables and the exports tell of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.profil import PROFILS

from . import completeness, totals
from .completeness import EtatCase, Tableau
from .errors import NoConvention

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.exchange.contents import (
        LigneActivite,
        LigneFileActive,
        LigneFonctionnement,
        LigneForfaits,
    )
    from microstructure_desktop.exchange.convention import Convention

    from .model import Structure
    from .sql.lignes import Ligne
    from .sql.work import Work
    from .totals import Totaux

_DECEMBER = 12


class NothingToReport(AppError):
    sentence = "Le registre ne dit rien de cette période."
    way_out = "Choisissez-en une autre, ou recevez d’abord les envois des cabinets."


@dataclass(frozen=True, slots=True)
class Lignes:
    """What the structures sent, row by row."""

    activite: tuple[Ligne[LigneActivite], ...]
    forfaits: tuple[Ligne[LigneForfaits], ...]
    file_active: tuple[Ligne[LigneFileActive], ...]
    fonctionnement: tuple[Ligne[LigneFonctionnement], ...]


@dataclass(frozen=True, slots=True)
class Annee:
    """`tableau`: the months of the year alone. `arretee`: the last month told, when the year is
    not over. `profils`: how many structures told who entered or left in it.
    """

    numero: int
    convention: Convention
    tableau: Tableau
    total: Totaux
    mois: tuple[Totaux, ...]
    structures: tuple[tuple[Structure, Totaux], ...]
    lignes: Lignes
    arretee: Mois | None
    profils: int


def lire(work: Work, annee: int, today: date) -> Annee:
    """The year until today.

    Raises:
        NoConvention
        NothingToReport: no structure was awaited in it, and none sent anything.
    """
    current = work.conventions.current()
    if current is None:
        raise NoConvention
    mois = totals.par_mois(work, annee, today)
    structures = totals.par_structure(work, annee, today)
    if not mois or not structures:
        raise NothingToReport
    return Annee(
        annee,
        current.convention,
        _of_the_year(completeness.tableau(work, today), annee),
        totals.de_l_annee(work, annee, today),
        mois,
        structures,
        _rows(work, annee),
        _last(mois),
        len({row.structure for table in PROFILS for row in work.lignes.profil(table.nom, annee)}),
    )


def nom(annee: Annee, suffixe: str) -> str:
    """A file's name: codes only."""
    return f"rapport_{annee.convention.region}_{annee.numero}{suffixe}"


def _last(mois: tuple[Totaux, ...]) -> Mois | None:
    last = Mois.lire(mois[-1].periode)
    return None if last.numero == _DECEMBER else last


def _rows(work: Work, annee: int) -> Lignes:
    debut, fin = Mois(annee, 1), Mois(annee, _DECEMBER)
    return Lignes(
        work.lignes.activite(debut, fin),
        work.lignes.forfaits(debut, fin),
        work.lignes.file_active(debut, fin),
        work.lignes.fonctionnement(debut, fin),
    )


def _of_the_year(tableau: Tableau, annee: int) -> Tableau:
    """Its months, and the structures of which something is told in one of them."""
    rows = []
    for row in tableau.lignes:
        cases = tuple(case for case in row.cases if case.mois.annee == annee)
        if any(case.etat is not EtatCase.HORS for case in cases):
            rows.append(replace(row, cases=cases))
    return Tableau(tuple(mois for mois in tableau.mois if mois.annee == annee), tuple(rows))
