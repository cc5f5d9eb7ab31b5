"""Facturation: a forfait put on a billing list, with the acts that prove it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import permutations

from .consultation import TypeActe
from .equipe import Role
from .ids import ConsultationId, FacturationId, InclusionId, LotFacturationId, MembreId, PatientId
from .programme import Programme, exclusifs


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

    def chevauche(self, autre: "Facturation") -> bool:
        return self.debut <= autre.fin and autre.debut <= self.fin


def doubles(
    toutes: Iterable[Facturation], programmes: Mapping[str, Programme]
) -> dict[FacturationId, Facturation]:
    """By what was billed, another billing of the same person that pays for some of its days.

    Nothing prepares such a pair; joining two records may leave one.
    """
    siennes: dict[PatientId, list[Facturation]] = defaultdict(list)
    for one in toutes:
        if one.compte:
            siennes[one.patient].append(one)
    return {
        un.id: autre
        for une_personne in siennes.values()
        for un, autre in permutations(une_personne, 2)
        if un.chevauche(autre) and _exclus(un, autre, programmes)
    }


def _exclus(un: Facturation, autre: Facturation, programmes: Mapping[str, Programme]) -> bool:
    known = [programmes[f.programme] for f in (un, autre) if f.programme in programmes]
    return un.programme == autre.programme or (len(known) == len((un, autre)) and exclusifs(*known))
