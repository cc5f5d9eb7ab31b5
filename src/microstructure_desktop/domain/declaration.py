"""What a person said about the use of what is known of them, and who passed over it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .equipe import Role
from .ids import BrisDeGlaceId, DeclarationId, MembreId, PatientId, QuestionId

INCLUSION = "inclusion"
"""The form of the common core, where the same things are asked."""


class Objet(StrEnum):
    """The same names as the items of the inclusion fiche."""

    PARTAGE = "opposition_partage"
    STATISTIQUE = "opposition_statistique"
    RETRAIT = "retrait"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One thing said one day. `oppose` False takes an earlier word back.

    An objection to sharing may name a `membre` or a profession (`role`); neither means the whole
    team.
    """

    id: DeclarationId
    patient: PatientId
    objet: Objet
    oppose: bool
    jour: date
    recueillie_par: MembreId
    membre: MembreId | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class BrisDeGlace:
    """A doctor read a record in spite of an objection, for a reason typed then; `le` is UTC.

    It opens the record to that doctor until the end of that day. `question` tells it to the next
    meeting.
    """

    id: BrisDeGlaceId
    patient: PatientId
    membre: MembreId
    le: datetime
    motif: str
    question: QuestionId | None = None
