"""Synthese: the monthly meeting, its agenda, its decisions and its minutes."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from .forfait import Forfait
from .ids import ConsultationId, DecisionId, MembreId, PatientId, SyntheseId


class Etat(StrEnum):
    PREPAREE = "preparee"
    EN_COURS = "en_cours"
    CLOSE = "close"


class Motif(StrEnum):
    """Why a patient is on the agenda."""

    QUESTION = "question"
    INCLUSION = "inclusion"
    SORTIE = "sortie"
    SANS_NOUVELLES = "sans_nouvelles"
    FICHE_DUE = "fiche_due"
    FORFAIT = "forfait"
    DECISION = "decision"
    PROCHAIN_POINT = "prochain_point"
    AJOUT = "ajout"


class Suite(StrEnum):
    """What became of a decision."""

    A_FAIRE = "a_faire"
    FAITE = "faite"
    ABANDONNEE = "abandonnee"


class ProchainPoint(StrEnum):
    PROCHAINE_SYNTHESE = "prochaine_synthese"
    DEUX_MOIS = "deux_mois"
    SUR_DEMANDE = "sur_demande"


class TypeDecision(StrEnum):
    """CL33: what a decision changes in the follow-up."""

    MAINTIEN = "MAINTIEN"
    INTENSIFICATION = "INTENSIFICATION"
    ESPACEMENT = "ESPACEMENT"
    ORIENTATION = "ORIENTATION"
    AVIS_PSYCHIATRE = "AVIS_PSYCHIATRE"
    VAD = "VAD"
    REEVALUATION_PPS = "REEVALUATION_PPS"
    INCLUSION = "INCLUSION"
    SORTIE = "SORTIE"
    SIGNALEMENT = "SIGNALEMENT"
    AUCUNE = "AUCUNE"


RIEN_A_SUIVRE = frozenset({TypeDecision.MAINTIEN, TypeDecision.AUCUNE})
"""Said and done at once, unless somebody or a day is named."""


class Colonne(StrEnum):
    """Where a situation says what each profession brings."""

    MEDICAL = "medical"
    PSYCHOLOGIQUE = "psychologique"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class Decision:
    """What, who, when. `echeance` is as it is printed (« avant le 04/12 », « prochaine
    consultation »), `echeance_jour` the day that it means when it means one.
    """

    id: DecisionId
    texte: str
    qui: MembreId | None = None
    echeance: str = ""
    suite: Suite = Suite.A_FAIRE
    type: TypeDecision | None = None
    echeance_jour: date | None = None

    @property
    def suite_d_abord(self) -> Suite:
        """What a meeting that has just decided it may say of it."""
        owed = self.qui is not None or bool(self.echeance.strip())
        return Suite.FAITE if self.type in RIEN_A_SUIVRE and not owed else Suite.A_FAIRE


@dataclass(frozen=True, slots=True)
class Source:
    """A shared note that was copied into a column: which session, its day, who wrote it."""

    colonne: Colonne
    acte: ConsultationId
    jour: date
    membre: MembreId


@dataclass(frozen=True, slots=True)
class Reprise:
    """A decision of an earlier meeting, still to do when that one ended.

    `dite_le`, `dite_par` and `note`: what somebody said became of it before this one.
    """

    patient: PatientId
    decision: Decision
    depuis: date
    dite_le: date | None = None
    dite_par: MembreId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """One patient on the agenda: three shared summaries, the decisions, the next point.

    `minutes` is the concertation time spent on this patient; `vue` once it was discussed.
    `sources`: what the summaries were copied from. `minutes_prevues` None: an equal share.
    `forfait`: as it was printed, once the meeting bears its number.
    """

    patient: PatientId
    motif: Motif
    question: str = ""
    medical: str = ""
    psychologique: str = ""
    social: str = ""
    decisions: tuple[Decision, ...] = ()
    prochain_point: ProchainPoint = ProchainPoint.DEUX_MOIS
    minutes: int = 0
    vue: bool = False
    sources: tuple[Source, ...] = ()
    minutes_prevues: int | None = None
    forfait: Forfait | None = None

    @property
    def decidees(self) -> int:
        """How many decisions change something or say to go on."""
        return sum(d.type is not TypeDecision.AUCUNE for d in self.decisions)


@dataclass(frozen=True, slots=True)
class Synthese:
    """One monthly meeting. `debut`/`fin` are local times; `close_le` an instant in UTC.

    `pause_depuis`: suspended since that instant; `pause_secondes`: how long it was before.
    `numero`: of its minutes, written when it was closed; older ones have none. `effacees`: when
    each situation that is not there any more was erased with its person.
    """

    id: SyntheseId
    jour: date
    debut: time
    fin: time | None = None
    lieu: str = "Au cabinet"
    etat: Etat = Etat.PREPAREE
    presents: tuple[MembreId, ...] = ()
    excuses: tuple[MembreId, ...] = ()
    redacteur: MembreId | None = None
    situations: tuple[Situation, ...] = ()
    reprises: tuple[Reprise, ...] = ()
    organisation: str = ""
    prochaine: date | None = None
    close_le: datetime | None = None
    visio: bool = False
    pause_depuis: datetime | None = None
    pause_secondes: int = 0
    numero: int | None = None
    effacees: tuple[date, ...] = ()

    @property
    def close(self) -> bool:
        return self.etat is Etat.CLOSE

    @property
    def vues(self) -> tuple[Situation, ...]:
        return tuple(s for s in self.situations if s.vue)

    @property
    def evoquees(self) -> int:
        """How many people were discussed, those who were erased since included."""
        return len(self.vues) + len(self.effacees)

    def situation(self, patient: PatientId) -> Situation | None:
        return next((s for s in self.situations if s.patient == patient), None)

    def concertation(self, patient: PatientId) -> int:
        """Minutes spent on somebody, once it is closed: none when they were not discussed."""
        return sum(s.minutes for s in self.vues if s.patient == patient) if self.close else 0

    def avec_situation(self, situation: Situation) -> "Synthese":
        """The same meeting with that patient's situation replaced, or added at the end."""
        connue = self.situation(situation.patient)
        if connue is None:
            return replace(self, situations=(*self.situations, situation))
        return replace(
            self,
            situations=tuple(
                situation if s.patient == situation.patient else s for s in self.situations
            ),
        )

    def suspendue(self, le: datetime) -> "Synthese":
        """The same meeting from which no minute counts until it goes on."""
        return self if self.pause_depuis is not None else replace(self, pause_depuis=le)

    def poursuivie(self, le: datetime) -> "Synthese":
        """The same meeting, going on."""
        if self.pause_depuis is None:
            return self
        passees = max(0, int((le - self.pause_depuis).total_seconds()))
        return replace(self, pause_depuis=None, pause_secondes=self.pause_secondes + passees)

    def tenue(self, le: datetime) -> timedelta:
        """How long it has been held at an instant of its day, pauses set aside."""
        debut = datetime.combine(self.jour, self.debut, le.tzinfo)
        passees = self.poursuivie(le).pause_secondes
        return max(timedelta(), le - debut - timedelta(seconds=passees))
