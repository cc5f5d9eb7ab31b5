"""What each profession shared about a patient, copied where the meeting will discuss it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ordre_du_jour import ouvertes

from .reunis import courant, syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.domain.synthese import Situation
    from microstructure_desktop.store.work import Work

SECTIONS = {
    Role.MEDECIN: "medical",
    Role.PSYCHIATRE: "medical",
    Role.PSYCHOLOGUE: "psychologique",
    Role.TRAVAILLEUR_SOCIAL: "social",
}


def prefilled(work: "Work", situation: "Situation") -> "Situation":
    """Each empty column takes the last shared note of its profession, and nothing personal."""
    textes: dict[str, str] = {}
    patient = courant(work, situation.patient)
    for acte in work.consultations.of(patient):
        if acte.role in SECTIONS and acte.note_partagee:
            textes[SECTIONS[acte.role]] = acte.note_partagee
    questions = ouvertes(work.questions.of(patient), syntheses_lues(work))
    question = situation.question or " ; ".join(q.texte for q in questions if q.texte)
    return replace(
        situation,
        question=question,
        medical=situation.medical or textes.get("medical", ""),
        psychologique=situation.psychologique or textes.get("psychologique", ""),
        social=situation.social or textes.get("social", ""),
    )
