"""What a synthesis meeting should talk about, from what happened since the last one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from .consultation import Question
from .forfait import Forfait
from .ids import MembreId, PatientId
from .patient import Inclusion
from .synthese import Motif, ProchainPoint, Situation, Synthese


@dataclass(frozen=True, slots=True)
class Seuils:
    """Dated thresholds (resources/seuils.toml) that the agenda reads, in days."""

    sans_nouvelles_jours: int
    forfait_echeance_jours: int
    deux_mois_jours: int


@dataclass(frozen=True, slots=True)
class Faits:
    """All that the agenda needs to know of one patient; `questions` are the open ones."""

    patient: PatientId
    inclusion: Inclusion | None = None
    dernier_acte: date | None = None
    questions: tuple[Question, ...] = ()
    evocation: date | None = None
    prochain_point: ProchainPoint | None = None
    fiche_due_le: date | None = None
    forfait: Forfait | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """A patient to discuss: the first reason found, who asked and what, days when they matter."""

    patient: PatientId
    motif: Motif
    question: str = ""
    auteur: MembreId | None = None
    jours: int | None = None


ORDRE = (
    Motif.QUESTION,
    Motif.INCLUSION,
    Motif.SORTIE,
    Motif.PROCHAIN_POINT,
    Motif.FORFAIT,
    Motif.SANS_NOUVELLES,
    Motif.FICHE_DUE,
)


def proposer(
    faits: Iterable[Faits], *, le: date, depuis: date | None, seuils: Seuils
) -> tuple[Proposition, ...]:
    """One proposal per patient that has a reason, most pressing reason first.

    `depuis` is the day of the last closed meeting; None before the first one.
    """
    trouvees = [p for f in faits if (p := _proposition(f, le, depuis, seuils)) is not None]
    return tuple(sorted(trouvees, key=lambda p: ORDRE.index(p.motif)))


def ouvertes(questions: Iterable[Question], syntheses: Iterable[Synthese]) -> tuple[Question, ...]:
    """Questions that no meeting closed since they were asked has answered by its discussion."""
    dernieres: dict[PatientId, datetime] = {}
    for synthese in syntheses:
        if synthese.close_le is not None:
            for vue in synthese.vues:
                known = dernieres.get(vue.patient, synthese.close_le)
                dernieres[vue.patient] = max(known, synthese.close_le)
    return tuple(
        q for q in questions if q.patient not in dernieres or dernieres[q.patient] < q.posee_le
    )


def minutes_prevues(situations: Sequence[Situation], duree: int) -> dict[PatientId, int]:
    """What each patient gets of a meeting: the minutes said, else an equal share of the rest."""
    dites = [s.minutes_prevues for s in situations if s.minutes_prevues is not None]
    autres = len(situations) - len(dites)
    part = max(1, (duree - sum(dites)) // autres) if autres else 0
    return {s.patient: part if s.minutes_prevues is None else s.minutes_prevues for s in situations}


def _proposition(f: Faits, le: date, depuis: date | None, seuils: Seuils) -> Proposition | None:
    if f.questions:
        texte = " ; ".join(q.texte for q in f.questions if q.texte)
        return Proposition(f.patient, Motif.QUESTION, texte, f.questions[-1].membre)
    if f.inclusion is None:
        return None
    recente = _depuis(f.inclusion.debut, depuis, le)
    if recente and f.evocation is None:
        return Proposition(f.patient, Motif.INCLUSION)
    if f.inclusion.fin is not None:
        sortie = _depuis(f.inclusion.fin, depuis, le)
        return Proposition(f.patient, Motif.SORTIE) if sortie else None
    return _suivi(f, le, seuils)


def _suivi(f: Faits, le: date, seuils: Seuils) -> Proposition | None:
    if _point_attendu(f, le, seuils):
        return Proposition(f.patient, Motif.PROCHAIN_POINT)
    if f.forfait is not None and not f.forfait.complet:
        reste = f.forfait.jours_restants(le)
        if reste <= seuils.forfait_echeance_jours:
            return Proposition(f.patient, Motif.FORFAIT, jours=reste)
    if f.dernier_acte is not None:
        silence = (le - f.dernier_acte).days
        if silence >= seuils.sans_nouvelles_jours:
            return Proposition(f.patient, Motif.SANS_NOUVELLES, jours=silence)
    if f.fiche_due_le is not None and f.fiche_due_le <= le:
        return Proposition(f.patient, Motif.FICHE_DUE, jours=(le - f.fiche_due_le).days)
    return None


def _point_attendu(f: Faits, le: date, seuils: Seuils) -> bool:
    if f.evocation is None or f.prochain_point is None:
        return False
    if f.prochain_point is ProchainPoint.PROCHAINE_SYNTHESE:
        return True
    return (
        f.prochain_point is ProchainPoint.DEUX_MOIS
        and (le - f.evocation).days >= seuils.deux_mois_jours
    )


def _depuis(jour: date, depuis: date | None, le: date) -> bool:
    return jour <= le and (depuis is None or jour > depuis)
