"""What became of a decision between two meetings, and what was added to closed minutes."""

from dataclasses import dataclass
from datetime import date, datetime

from .ids import AdditifId, DecisionId, MembreId, PatientId, SyntheseId
from .synthese import Suite


@dataclass(frozen=True, slots=True)
class SuiteDonnee:
    """Its id is the decision's: the last word counts, and the meeting itself never changes.

    Of another meeting than the synthesis: `synthese` is that meeting's id, and `patient` "".
    """

    id: DecisionId
    patient: PatientId
    synthese: SyntheseId
    suite: Suite
    jour: date
    par: MembreId
    note: str = ""


@dataclass(frozen=True, slots=True)
class Additif:
    """A text added after the close, signed and dated; `le` is UTC."""

    id: AdditifId
    synthese: SyntheseId
    auteur: MembreId
    le: datetime
    texte: str
    patient: PatientId | None = None
