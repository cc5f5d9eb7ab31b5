"""Conservation: what a doctor decided of a record whose time of keeping has come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ids import ConservationId, MembreId, PatientId


class Choix(StrEnum):
    """To erase is no choice to keep here: the register of erasures says it."""

    GARDER = "garder"


@dataclass(frozen=True, slots=True)
class Conservation:
    """`jusqu_au`: when the question comes back; `motif`: a dispute, a follow-up elsewhere…"""

    id: ConservationId
    patient: PatientId
    jour: date
    par: MembreId
    choix: Choix
    motif: str
    jusqu_au: date

    def vaut(self, jour: date) -> bool:
        """Whether the question waits still on that day."""
        return jour < self.jusqu_au
