"""Consultation: who met whom, when, where, and whether it was kept; and planned appointments."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from .equipe import Role
from .ids import ConsultationId, MembreId, PatientId, QuestionId, RendezVousId


class TypeActe(StrEnum):
    """CL03, the part that this version records."""

    CONS_MG_LONGUE = "CONS_MG_LONGUE"
    CONS_MG = "CONS_MG"
    CONS_PSY = "CONS_PSY"
    ENTRETIEN_TS = "ENTRETIEN_TS"
    CONS_PSYCHIATRE = "CONS_PSYCHIATRE"
    ENTRETIEN_ENTOURAGE = "ENTRETIEN_ENTOURAGE"


class Issue(StrEnum):
    """CL05: what became of the appointment."""

    HONORE = "HONORE"
    ABSENT_EXCUSE = "ABSENT_EXCUSE"
    ABSENT_NON_EXCUSE = "ABSENT_NON_EXCUSE"
    ANNULE_PRO = "ANNULE_PRO"
    REPORTE = "REPORTE"


ABSENCES = (Issue.ABSENT_EXCUSE, Issue.ABSENT_NON_EXCUSE)

TYPES_PAR_ROLE: dict[Role, tuple[TypeActe, ...]] = {
    Role.MEDECIN: (TypeActe.CONS_MG_LONGUE, TypeActe.CONS_MG, TypeActe.ENTRETIEN_ENTOURAGE),
    Role.PSYCHOLOGUE: (TypeActe.CONS_PSY, TypeActe.ENTRETIEN_ENTOURAGE),
    Role.TRAVAILLEUR_SOCIAL: (TypeActe.ENTRETIEN_TS, TypeActe.ENTRETIEN_ENTOURAGE),
    Role.PSYCHIATRE: (TypeActe.CONS_PSYCHIATRE, TypeActe.ENTRETIEN_ENTOURAGE),
}


class Acte(Protocol):
    """What counting needs of a consultation: no note, no hour, no author."""

    @property
    def patient(self) -> PatientId: ...
    @property
    def jour(self) -> date: ...
    @property
    def role(self) -> Role: ...
    @property
    def type(self) -> TypeActe: ...
    @property
    def lieu(self) -> str: ...
    @property
    def issue(self) -> Issue: ...
    @property
    def duree(self) -> int: ...
    @property
    def honoree(self) -> bool: ...
    @property
    def entourage(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Consultation:
    """One session. `lieu` is a CL04 code, `duree` minutes, `evolution` 0 to 10 or not asked.

    `note_personnelle` is sealed to its author: only they can open it.
    """

    id: ConsultationId
    patient: PatientId
    membre: MembreId
    role: Role
    type: TypeActe
    jour: date
    heure: time
    duree: int
    lieu: str = "CABINET"
    issue: Issue = Issue.HONORE
    themes: tuple[str, ...] = ()
    evolution: int | None = None
    note_partagee: str = ""
    note_personnelle: str = ""

    @property
    def honoree(self) -> bool:
        return self.issue is Issue.HONORE

    @property
    def entourage(self) -> bool:
        return self.type is TypeActe.ENTRETIEN_ENTOURAGE


@dataclass(frozen=True, slots=True)
class RendezVous:
    """A planned appointment; it is over once a consultation of that day exists for both."""

    id: RendezVousId
    patient: PatientId
    membre: MembreId
    jour: date
    heure: time
    duree: int = 45


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to discuss at the next synthesis meeting."""

    id: QuestionId
    patient: PatientId
    membre: MembreId
    texte: str
    posee_le: datetime
