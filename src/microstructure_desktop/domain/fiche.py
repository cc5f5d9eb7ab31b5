"""Fiche: answers about one patient, as a chain of revisions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .ids import FicheId, MembreId, PatientId
from .patient import Inclusion
from .periods import mois_plus_tard

Answers = dict[str, Any]
"""Item id to value: str, int, bool, ISO date text, or a list of codes. Unknown codes are kept."""


@dataclass(frozen=True, slots=True)
class Fiche:
    """One filled document; `form` and `form_version` name the definition it was filled with.

    `complete` is set by the person (« marquer complète »), never by the software. `papier`: it was
    filled in on paper on its day, and copied since.
    """

    id: FicheId
    patient: PatientId
    redacteur: MembreId
    form: str
    form_version: int
    jour: date
    answers: Answers = field(default_factory=dict)
    complete: bool = False
    papier: bool = False


def echeance_suivi(inclusion: Inclusion, derniere: date | None, mois: int) -> date:
    """The day the next follow-up fiche is due: `mois` after the last one, or the inclusion."""
    depart = inclusion.debut if derniere is None else max(inclusion.debut, derniere)
    return mois_plus_tard(depart, mois)
