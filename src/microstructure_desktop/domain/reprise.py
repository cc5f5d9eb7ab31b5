"""What an import of an existing register has created, so that it can be undone as one."""

from dataclasses import dataclass
from datetime import datetime

from .ids import InclusionId, LotId, MembreId, PatientId


@dataclass(frozen=True, slots=True)
class Lot:
    """One import.

    `fichier` is what may be said of the file: its format, never its name, which may hold a
    person's.
    """

    id: LotId
    fait_le: datetime
    par: MembreId
    fichier: str
    lignes: int
    patients: tuple[PatientId, ...] = ()
    inclusions: tuple[InclusionId, ...] = ()
    annule: bool = False
