"""Formation: one training that a member of the team followed."""

from dataclasses import dataclass
from datetime import date

from .ids import DocumentId, FormationId, MembreId


@dataclass(frozen=True, slots=True)
class Formation:
    """`theme` is a code of the list FORMATIONS; `attestation` the certificate kept in the store."""

    id: FormationId
    membre: MembreId
    theme: str
    intitule: str
    du: date
    au: date | None = None
    heures: int | None = None
    organisme: str = ""
    attestation: DocumentId | None = None
