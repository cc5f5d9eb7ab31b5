"""What the tables of the team are made of, before it is said how each person is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre, Valeur

from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .reference import Reference

Ligne = tuple[PatientId, tuple[Valeur, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, each about somebody. `par_date`: the first cell, a day, puts them in order."""

    nom: str
    titre: str
    colonnes: tuple[Colonne, ...]
    lignes: tuple[Ligne, ...]
    par_date: bool = False


@dataclass(frozen=True, slots=True)
class Cadre:
    """One reading of the store; `le`: the last day of the period that has come."""

    office: Office
    work: "Work"
    du: date
    au: date
    le: date
    patients: Mapping[PatientId, Patient]

    @property
    def reference(self) -> "Reference":
        return self.office.reference


def code(cle: str, libelle: str, definition: str, liste: str, reference: "Reference") -> Colonne:
    """A column of the choices of a list."""
    found = reference.listes[liste].options
    return Colonne(
        cle, libelle, Genre.CODE, definition, liste=liste, codes={o.code: o.label for o in found}
    )


def mois(jour: date | None) -> str | None:
    """« 2026-03 », which sorts as it is."""
    return None if jour is None else f"{jour:%Y-%m}"
