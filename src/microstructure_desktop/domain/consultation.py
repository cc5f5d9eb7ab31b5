"""Consultation: who met whom, when, where, and whether it was kept; and planned appointments."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from .equipe import Role
from .fiche import Answers
from .ids import ConsultationId, MembreId, PatientId, QuestionId, RendezVousId


class TypeActe(StrEnum):
    """CL03: every act that a session records."""

    CONS_MG_LONGUE = "CONS_MG_LONGUE"
    CONS_MG = "CONS_MG"
    CONS_PSY = "CONS_PSY"
    ENTRETIEN_TS = "ENTRETIEN_TS"
    CONS_PSYCHIATRE = "CONS_PSYCHIATRE"
    AVIS_PSYCHIATRE_EQUIPE = "AVIS_PSYCHIATRE_EQUIPE"
    ENTRETIEN_ENTOURAGE = "ENTRETIEN_ENTOURAGE"
    ENTRETIEN_CONJOINT_PRO = "ENTRETIEN_CONJOINT_PRO"
    VAD = "VAD"
    ACCOMPAGNEMENT_PHYSIQUE = "ACCOMPAGNEMENT_PHYSIQUE"
    TELECONSULTATION = "TELECONSULTATION"
    CONTACT_TEL = "CONTACT_TEL"
    DEMARCHE_SANS_PATIENT = "DEMARCHE_SANS_PATIENT"
    GROUPE = "GROUPE"
    TROD = "TROD"
    VACCINATION = "VACCINATION"


class Issue(StrEnum):
    """CL05: what became of the appointment."""

    HONORE = "HONORE"
    ABSENT_EXCUSE = "ABSENT_EXCUSE"
    ABSENT_NON_EXCUSE = "ABSENT_NON_EXCUSE"
    ANNULE_PRO = "ANNULE_PRO"
    REPORTE = "REPORTE"


ABSENCES = (Issue.ABSENT_EXCUSE, Issue.ABSENT_NON_EXCUSE)

TYPES_PAR_ROLE: dict[Role, tuple[TypeActe, ...]] = {
    Role.MEDECIN: (
        TypeActe.CONS_MG_LONGUE,
        TypeActe.CONS_MG,
        TypeActe.TELECONSULTATION,
        TypeActe.CONTACT_TEL,
        TypeActe.VAD,
        TypeActe.ENTRETIEN_CONJOINT_PRO,
        TypeActe.TROD,
        TypeActe.VACCINATION,
        TypeActe.ENTRETIEN_ENTOURAGE,
    ),
    Role.PSYCHOLOGUE: (
        TypeActe.CONS_PSY,
        TypeActe.ENTRETIEN_ENTOURAGE,
        TypeActe.TELECONSULTATION,
        TypeActe.CONTACT_TEL,
        TypeActe.VAD,
        TypeActe.ENTRETIEN_CONJOINT_PRO,
        TypeActe.GROUPE,
    ),
    Role.TRAVAILLEUR_SOCIAL: (
        TypeActe.ENTRETIEN_TS,
        TypeActe.ENTRETIEN_ENTOURAGE,
        TypeActe.VAD,
        TypeActe.ACCOMPAGNEMENT_PHYSIQUE,
        TypeActe.CONTACT_TEL,
        TypeActe.TELECONSULTATION,
        TypeActe.DEMARCHE_SANS_PATIENT,
        TypeActe.ENTRETIEN_CONJOINT_PRO,
        TypeActe.GROUPE,
        TypeActe.TROD,
    ),
    Role.PSYCHIATRE: (
        TypeActe.CONS_PSYCHIATRE,
        TypeActe.AVIS_PSYCHIATRE_EQUIPE,
        TypeActe.TELECONSULTATION,
        TypeActe.ENTRETIEN_ENTOURAGE,
        TypeActe.ENTRETIEN_CONJOINT_PRO,
    ),
}
"""What each profession records, the usual act first."""

HORS_RENDEZ_VOUS = frozenset({TypeActe.DEMARCHE_SANS_PATIENT, TypeActe.AVIS_PSYCHIATRE_EQUIPE})
"""Work done between professionals: nobody was to come, and no appointment is ended by it."""

SANS_PATIENT = HORS_RENDEZ_VOUS | {TypeActe.ENTRETIEN_ENTOURAGE}
"""Acts at which the person was not met, neither there nor at a distance."""

LIEUX_PROPRES: dict[TypeActe, str] = {
    TypeActe.VAD: "DOMICILE",
    TypeActe.TELECONSULTATION: "VISIO",
    TypeActe.CONTACT_TEL: "TELEPHONE",
}
"""The CL04 place that an act says by itself."""


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
    @property
    def sans_patient(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Consultation:
    """One session. `lieu` is a CL04 code, `duree` minutes, `evolution` 0 to 10 or not asked.

    `note_personnelle` is sealed to its author: only they can open it. `form` and `form_version`
    name the definition that `reponses` answer; none when no question was answered.
    `motif_modification`: why it was corrected once finished.
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
    form: str = ""
    form_version: int = 0
    reponses: Answers = field(default_factory=dict)
    motif_modification: str = ""

    @property
    def honoree(self) -> bool:
        return self.issue is Issue.HONORE

    @property
    def entourage(self) -> bool:
        return self.type is TypeActe.ENTRETIEN_ENTOURAGE

    @property
    def sans_patient(self) -> bool:
        return self.type in SANS_PATIENT

    @property
    def hors_rendez_vous(self) -> bool:
        return self.type in HORS_RENDEZ_VOUS


@dataclass(frozen=True, slots=True)
class RendezVous:
    """A planned appointment; it is over once a consultation of that day exists for both, work
    done without anybody to receive set aside.

    `entourage`: a relative is awaited, not the person; `precision` is a few words on it.
    `arrivee`: since when they wait, as the reception noted it.
    """

    id: RendezVousId
    patient: PatientId
    membre: MembreId
    jour: date
    heure: time
    duree: int = 45
    entourage: bool = False
    precision: str = ""
    arrivee: time | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to discuss at the next synthesis meeting."""

    id: QuestionId
    patient: PatientId
    membre: MembreId
    texte: str
    posee_le: datetime
