"""Synthese: the monthly meeting, its agenda, its decisions and its minutes."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from .ids import DecisionId, MembreId, PatientId, SyntheseId


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


@dataclass(frozen=True, slots=True)
class Decision:
    """What, who, when. `echeance` is free text (« avant le 04/12 », « prochaine consultation »)."""

    id: DecisionId
    texte: str
    qui: MembreId | None = None
    echeance: str = ""
    suite: Suite = Suite.A_FAIRE


@dataclass(frozen=True, slots=True)
class Reprise:
    """A decision of an earlier meeting, still to do when this one opened."""

    patient: PatientId
    decision: Decision
    depuis: date


@dataclass(frozen=True, slots=True)
class Situation:
    """One patient on the agenda: three shared summaries, the decisions, the next point.

    `minutes` is the concertation time spent on this patient; `vue` once it was discussed.
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


@dataclass(frozen=True, slots=True)
class Synthese:
    """One monthly meeting. `debut`/`fin` are local times; `close_le` an instant in UTC."""

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

    @property
    def close(self) -> bool:
        return self.etat is Etat.CLOSE

    @property
    def vues(self) -> tuple[Situation, ...]:
        return tuple(s for s in self.situations if s.vue)

    def situation(self, patient: PatientId) -> Situation | None:
        return next((s for s in self.situations if s.patient == patient), None)

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

    def a_reprendre(self) -> tuple[Reprise, ...]:
        """Decisions still to do when this meeting ends: the next one opens on them."""
        anciennes = tuple(r for r in self.reprises if r.decision.suite is Suite.A_FAIRE)
        nouvelles = tuple(
            Reprise(s.patient, d, self.jour)
            for s in self.situations
            for d in s.decisions
            if d.suite is Suite.A_FAIRE
        )
        return anciennes + nouvelles
