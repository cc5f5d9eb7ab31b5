"""Facturation: a forfait put on a billing list, with the acts that prove it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .consultation import TypeActe
from .equipe import Role
from .ids import ConsultationId, FacturationId, InclusionId, LotFacturationId, MembreId, PatientId


class EtatFacturation(StrEnum):
    """`PREPAREE` on a list of the cabinet, `TRANSMISE` handed to who pays, `ANNULEE` taken back."""

    PREPAREE = "preparee"
    TRANSMISE = "transmise"
    ANNULEE = "annulee"


@dataclass(frozen=True, slots=True)
class Preuve:
    """One countable act as it stood when the list was prepared; never changed afterwards.

    Who asks for the money back asks for these lines (CSS L133-4). `duree` in minutes, `lieu` CL04.
    """

    acte: ConsultationId
    jour: date
    membre: MembreId
    role: Role
    type: TypeActe
    duree: int
    lieu: str


@dataclass(frozen=True, slots=True)
class Facturation:
    """One cycle of one inclusion, billed once. Amount in cents; `fin` is the cycle's last day.

    `lot` is the list it was prepared with, `avant_terme` that the follow-up ended before.
    """

    id: FacturationId
    lot: LotFacturationId
    patient: PatientId
    inclusion: InclusionId
    programme: str
    debut: date
    fin: date
    montant_centimes: int
    preuves: tuple[Preuve, ...]
    preparee_le: datetime
    preparee_par: MembreId
    avant_terme: bool = False
    etat: EtatFacturation = EtatFacturation.PREPAREE
    motif: str = ""

    @property
    def compte(self) -> bool:
        """Whether the cycle is billed by it: a list taken back bills nothing."""
        return self.etat is not EtatFacturation.ANNULEE
