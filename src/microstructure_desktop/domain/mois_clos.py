"""MoisClos: a month's indicators as they were when the team closed it."""

from dataclasses import dataclass
from datetime import datetime

from .ids import MembreId, MoisClosId


@dataclass(frozen=True, slots=True)
class ValeurFigee:
    """One value without the people behind it: `code` of the indicator, `cle` of the line."""

    code: str
    cle: str
    nature: str
    valeur: int | None
    base: int | None = None
    nr: int = 0


@dataclass(frozen=True, slots=True)
class MoisClos:
    """`mois` is AAAA-MM. A correction made later changes the records, never these values."""

    id: MoisClosId
    mois: str
    clos_le: datetime
    clos_par: MembreId
    valeurs: tuple[ValeurFigee, ...]
