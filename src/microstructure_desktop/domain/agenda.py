"""Permanence and Absence: when each professional is at the cabinet."""

from dataclasses import dataclass
from datetime import date, time

from .ids import AbsenceId, MembreId, PermanenceId


@dataclass(frozen=True, slots=True)
class Permanence:
    """A weekly presence, `jour_semaine` 0 for Monday; `jusqu_a` is its last day, None for now."""

    id: PermanenceId
    membre: MembreId
    jour_semaine: int
    debut: time
    fin: time
    depuis: date
    jusqu_a: date | None = None

    def tenue(self, le: date) -> bool:
        return (
            le.weekday() == self.jour_semaine
            and self.depuis <= le
            and (self.jusqu_a is None or le <= self.jusqu_a)
        )


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away, both included."""

    id: AbsenceId
    membre: MembreId
    du: date
    au: date
    motif: str = ""

    def couvre(self, le: date) -> bool:
        return self.du <= le <= self.au
