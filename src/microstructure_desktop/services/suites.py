"""What follows a session: the question for the next meeting and the next appointment."""

from dataclasses import replace
from datetime import UTC, date, time
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Question, RendezVous
from microstructure_desktop.domain.ids import MembreId, PatientId, QuestionId, RendezVousId, new_id
from microstructure_desktop.domain.ordre_du_jour import ouvertes

from .reunis import identifiants, syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .office import Office


def open_question(work: "Work", membre: MembreId, patient: PatientId) -> Question | None:
    """What this professional asked and no meeting has answered yet."""
    posees = _open_questions(work, membre, patient)
    return posees[-1] if posees else None


def ask(work: "Work", office: "Office", patient: PatientId, texte: str | None) -> None:
    """Ask, reword or (None) take back the question for the next meeting."""
    posees = _open_questions(work, office.membre.id, patient)
    if texte is None:
        for question in posees:
            work.questions.void(question.id, "retirée par son auteur")
    elif not posees:
        now = office.now().astimezone(UTC)
        made = Question(QuestionId(new_id()), patient, office.membre.id, texte.strip(), now)
        work.questions.save(made)
    elif posees[-1].texte != texte.strip():
        work.questions.save(replace(posees[-1], texte=texte.strip()))


def next_appointment(
    work: "Work", membre: MembreId, patient: PatientId, apres: date
) -> RendezVous | None:
    """The professional's first appointment with a patient after a day."""
    prevus = (r for r in work.rendez_vous.of(patient) if r.membre == membre and r.jour > apres)
    return next(prevus, None)


def plan(
    work: "Work",
    office: "Office",
    patient: PatientId,
    quand: tuple[date, time] | None,
    *,
    apres: date,
) -> None:
    """Add, move or (None) take back the professional's next appointment after a day."""
    connu = next_appointment(work, office.membre.id, patient, apres)
    if quand is None:
        if connu is not None:
            work.rendez_vous.void(connu.id, "retiré par le professionnel")
        return
    jour, heure = quand
    if connu is None:
        duree = office.reference.seuils.duree_seance(office.membre.role)
        made = RendezVous(RendezVousId(new_id()), patient, office.membre.id, jour, heure, duree)
        work.rendez_vous.save(made)
    elif (connu.jour, connu.heure) != quand:
        work.rendez_vous.save(replace(connu, jour=jour, heure=heure))


def _open_questions(work: "Work", membre: MembreId, patient: PatientId) -> list[Question]:
    traces = {
        bris.question
        for written in identifiants(work, patient)  # a merge leaves them where they are
        for bris in work.bris_de_glace.of(written)
    }
    asked = work.questions.of(patient)
    miennes = [q for q in asked if q.membre == membre and q.id not in traces]
    return list(ouvertes(miennes, syntheses_lues(work)))
