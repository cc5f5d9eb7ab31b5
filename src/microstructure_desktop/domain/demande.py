"""Demande: what a person asked about their own data, until when, and what was answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ids import DemandeId, MembreId, PatientId


class NatureDemande(StrEnum):
    ACCES = "acces"
    RECTIFICATION = "rectification"
    EFFACEMENT = "effacement"
    LIMITATION = "limitation"


class Remise(StrEnum):
    """How the answer was given."""

    SUR_PLACE = "sur_place"
    MEDECIN_DESIGNE = "medecin_designe"
    COURRIER = "courrier"
    SUPPORT_CHIFFRE = "support_chiffre"


@dataclass(frozen=True, slots=True)
class Demande:
    """`jour` it was received. `repondue_le` None: still to answer. `motif` of a refusal, or a word
    on the answer; `demandeur`: the person, or who acts for them (a parent, a guardian).
    """

    id: DemandeId
    patient: PatientId
    jour: date
    nature: NatureDemande
    recue_par: MembreId
    demandeur: str = ""
    repondue_le: date | None = None
    repondue_par: MembreId | None = None
    remise: Remise | None = None
    refusee: bool = False
    motif: str = ""

    @property
    def ouverte(self) -> bool:
        return self.repondue_le is None
