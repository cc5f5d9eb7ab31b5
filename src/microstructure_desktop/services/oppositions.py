"""What people object to, as their last inclusion fiche says."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.fiche import Fiche

INCLUSION = "inclusion"
"""The form of the common core, whose answers these are."""


class Objet(StrEnum):
    """The item that says it; its day is in `<item>_jour`."""

    PARTAGE = "opposition_partage"
    STATISTIQUE = "opposition_statistique"
    RETRAIT = "retrait"


@dataclass(frozen=True, slots=True)
class Opposition:
    """What one person objects to, and since when; an answer may have come without its day."""

    objets: dict[Objet, date | None] = field(default_factory=dict)

    @property
    def statistique(self) -> bool:
        """Whether nothing of theirs may be counted in what leaves the cabinet."""
        return Objet.STATISTIQUE in self.objets or Objet.RETRAIT in self.objets


def oppositions(fiches: "Iterable[Fiche]") -> dict[PatientId, Opposition]:
    """By person, those who object to something; a mind changed in a later fiche counts."""
    latest: dict[PatientId, Fiche] = {}
    for fiche in fiches:
        known = latest.get(fiche.patient)
        if fiche.form == INCLUSION and (known is None or fiche.jour >= known.jour):
            latest[fiche.patient] = fiche
    found = {patient: Opposition(_said(fiche)) for patient, fiche in latest.items()}
    return {patient: said for patient, said in found.items() if said.objets}


def _said(fiche: "Fiche") -> dict[Objet, date | None]:
    return {
        objet: _day(fiche.answers.get(f"{objet}_jour"))
        for objet in Objet
        if fiche.answers.get(objet) is True
    }


def _day(answer: object) -> date | None:
    return date.fromisoformat(answer) if isinstance(answer, str) else None
