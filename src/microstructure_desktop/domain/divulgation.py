"""Divulgation: what was shown outside, and what may still be shown of the same people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .diffusion import Effectif, Population
from .ids import DivulgationId


class Canal(StrEnum):
    """By which way the figures left."""

    EXPORT = "export"
    RAPPORT = "rapport"
    STATISTIQUE = "statistique"
    AFFICHE = "affiche"


@dataclass(frozen=True, slots=True)
class TableauDiffuse:
    """Exact figures, in the very words that left."""

    titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Divulgation:
    """One variable of one year's people, as it left on `jour`.

    `periode` is a year AAAA; `niveau` None and no `valeurs`: told as « non diffusé », which binds
    like figures do. `paquet` is the id of the bundle, when one carried it. `tableau`: of everybody
    (`Population.ENSEMBLE`), whose figures are of a table rather than of groups.
    """

    id: DivulgationId
    jour: date
    canal: Canal
    population: Population
    periode: str
    variable: str
    niveau: int | None
    valeurs: tuple[Effectif, ...]
    paquet: str | None = None
    tableau: TableauDiffuse | None = None


class Motif(StrEnum):
    """Why figures may not leave."""

    PERIODE = "periode"
    ANNEE_EN_COURS = "annee_en_cours"
    AUTRE_POPULATION = "autre_population"
    AUTRE_NIVEAU = "autre_niveau"
    AUTRES_VALEURS = "autres_valeurs"


@dataclass(frozen=True, slots=True)
class Refus:
    """`faite`: what left already, and alone may leave again."""

    motif: Motif
    faite: Divulgation | None = None


def rediffusion(deja: Iterable[Divulgation], candidat: Divulgation) -> Divulgation | Refus:
    """What may leave: the candidate if nothing did, else what did, if it says the same.

    A correction never leaves: between two versions, the reader would subtract. Nor does a trait
    of those who left when that of those who entered is known: both tell who is still there.
    """
    if not _annee(candidat.periode):
        return Refus(Motif.PERIODE)
    if candidat.jour.year <= int(candidat.periode):
        return Refus(Motif.ANNEE_EN_COURS)
    memes = [d for d in deja if d.variable == candidat.variable]
    if any(d.population is not candidat.population for d in memes):
        return Refus(Motif.AUTRE_POPULATION)
    sorties = [d for d in memes if d.periode == candidat.periode]
    return _comparee(candidat, min(sorties, key=lambda d: (d.jour, d.id))) if sorties else candidat


def _comparee(candidat: Divulgation, faite: Divulgation) -> Divulgation | Refus:
    if faite.niveau != candidat.niveau:
        return Refus(Motif.AUTRE_NIVEAU, faite)
    if (faite.valeurs, faite.tableau) != (candidat.valeurs, candidat.tableau):
        return Refus(Motif.AUTRES_VALEURS, faite)
    return faite


def _annee(periode: str) -> bool:
    return len(periode) == len("AAAA") and periode.isascii() and periode.isdigit()
