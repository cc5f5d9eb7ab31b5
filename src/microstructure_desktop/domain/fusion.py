"""Fusion: two records of one person made one, and how to separate them again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .ids import FusionId, MembreId, PatientId
from .patient import Patient

REVERSIBLE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Fusion:
    """`absorbe` went into `garde`. `avant` is what each said before, kept first.

    `deplaces`: what changed hands, as (kind, id). `faite_le` is UTC.
    """

    id: FusionId
    garde: PatientId
    absorbe: PatientId
    faite_le: datetime
    par: MembreId
    avant: tuple[Patient, Patient]
    deplaces: tuple[tuple[str, str], ...] = ()
    annulee: bool = False

    def reversible(self, at: datetime) -> bool:
        return not self.annulee and at - self.faite_le <= REVERSIBLE
