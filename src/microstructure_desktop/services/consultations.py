"""Open, draft, check and record a session."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.consultation import (
    TYPES_PAR_ROLE,
    Consultation,
    Issue,
    Question,
    RendezVous,
    TypeActe,
)
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.forfait import Forfait
from microstructure_desktop.domain.ids import (
    ConsultationId,
    PatientId,
    QuestionId,
    RendezVousId,
    RevisionId,
    new_id,
)
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import age

from . import drafts
from .access import AccessDenied, Permission, check
from .office import Office, today
from .suivi import courante, open_forfait, roles_of

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

SCALE_MAX = 10
ODD_DURATION = (10, 120)
FAR_PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class SeanceSaisie:
    """What the form holds once its fields are understood; None = typed but not understood.

    `question`: what to discuss at the next synthesis, None when not asked for.
    """

    type: TypeActe
    jour: date | None
    heure: time | None
    duree: int | None
    lieu: str = "CABINET"
    issue: Issue = Issue.HONORE
    themes: tuple[str, ...] = ()
    evolution: int | None = None
    note_partagee: str = ""
    note_personnelle: str = ""
    question: str | None = None
    prochain_jour: date | None = None
    prochaine_heure: time | None = None


@dataclass(frozen=True, slots=True)
class SeanceOuverte:
    """A session ready to fill; `brouillon` (raw texts as typed) wins over `saisie`."""

    id: ConsultationId
    patient: Patient
    age: int
    membre: Membre
    types: tuple[TypeActe, ...]
    saisie: SeanceSaisie
    brouillon: dict[str, Any] | None
    forfait: Forfait | None
    derniere: Consultation | None
    nombre: int
    prochaine_synthese: date | None
    based_on: RevisionId | None

    @property
    def role(self) -> Role:
        return self.membre.role


@dataclass(frozen=True, slots=True)
class Doute:
    """A likely mistake, put as a question about one field."""

    champ: str
    question: str


def open_seance(
    office: Office, patient_id: PatientId, consultation_id: ConsultationId | None = None
) -> SeanceOuverte:
    """A new session prefilled with now and here, the person's own draft, or one to amend."""
    _check_writer(office)
    le = today(office)
    seance_id = consultation_id or _draft_of(office, patient_id) or ConsultationId(new_id())
    brouillon = drafts.load(office, drafts.SEANCE, seance_id)
    with office.store.read() as work:
        patient = work.patients.get(patient_id)
        actes = work.consultations.of(patient_id)
        connue = next((a for a in actes if a.id == seance_id), None)
        if connue is not None and connue.membre != office.membre.id:
            raise AccessDenied(
                "Cette séance a été écrite par un autre professionnel.",
                "Seul son auteur peut la corriger.",
            )
        autres = [a for a in actes if a.id != seance_id]
        miennes = [a for a in autres if a.role is office.membre.role and a.honoree]
        based_on = work.revisions.head(seance_id) if connue is not None else None
        saisie = _recorded(work, office, connue) if connue else _prefilled(work, office, patient_id)
        return SeanceOuverte(
            seance_id,
            patient,
            age(patient.naissance, le),
            office.membre,
            TYPES_PAR_ROLE[office.membre.role],
            saisie,
            brouillon,
            _forfait(work, office, autres, patient_id),
            miennes[-1] if miennes else None,
            len(miennes),
            _next_meeting(work, le),
            based_on,
        )


def save_draft(
    office: Office, seance_id: ConsultationId, patient_id: PatientId, payload: dict[str, Any]
) -> datetime:
    return drafts.save(office, drafts.SEANCE, seance_id, payload, patient_id)


def problems(saisie: SeanceSaisie, aujourdhui: date) -> dict[str, str]:
    """Field name to sentence; empty when the session can be recorded."""
    faults = {}
    if saisie.jour is None:
        faults["jour"] = "Entrez la date de la séance, par exemple 19/11/2026."
    elif saisie.jour > aujourdhui:
        faults["jour"] = "La date de la séance doit être aujourd’hui ou avant."
    if saisie.heure is None:
        faults["heure"] = "Entrez l’heure de début, par exemple 14:00."
    if saisie.duree is None or saisie.duree <= 0:
        faults["duree"] = "Entrez la durée en minutes, par exemple 45."
    if saisie.prochaine_heure is not None and saisie.prochain_jour is None:
        faults["prochain"] = "Entrez aussi la date du prochain rendez-vous."
    if (
        saisie.prochain_jour is not None
        and saisie.jour is not None
        and saisie.prochain_jour < saisie.jour
    ):
        faults["prochain"] = "Le prochain rendez-vous doit suivre la séance."
    return faults


def doutes(
    office: Office, seance_id: ConsultationId, patient_id: PatientId, saisie: SeanceSaisie
) -> tuple[Doute, ...]:
    """Likely mistakes of a session without problems; asked once, never refused."""
    le = today(office)
    assert saisie.jour is not None
    assert saisie.duree is not None
    found = []
    low, high = ODD_DURATION
    if not low <= saisie.duree <= high:
        found.append(Doute("duree", f"Durée {saisie.duree} min : c’est bien cela ?"))
    if le - saisie.jour > FAR_PAST:
        found.append(Doute("jour", "Cette séance date de plus de deux mois : c’est bien cela ?"))
    with office.store.read() as work:
        meme_jour = [
            a
            for a in work.consultations.of(patient_id)
            if a.id != seance_id and a.jour == saisie.jour and a.membre == office.membre.id
        ]
        forfait = _forfait(work, office, work.consultations.of(patient_id), patient_id)
    if meme_jour:
        found.append(Doute("jour", "Une séance est déjà notée ce jour-là : en ajouter une autre ?"))
    compteur = forfait.compteur(office.membre.role) if forfait is not None else None
    if compteur is not None and compteur.complet and saisie.issue is Issue.HONORE:
        found.append(Doute("forfait", "Hors forfait : enregistrer ainsi ?"))
    return tuple(found)


def record(
    office: Office,
    seance_id: ConsultationId,
    patient_id: PatientId,
    saisie: SeanceSaisie,
    based_on: RevisionId | None = None,
) -> Consultation:
    """Record the session, its question and the next appointment; one transaction.

    Raises:
        StaleRevision: somebody amended it meanwhile.
    """
    _check_writer(office)
    assert saisie.jour is not None
    assert saisie.heure is not None
    assert saisie.duree is not None
    consultation = Consultation(
        seance_id,
        patient_id,
        office.membre.id,
        office.membre.role,
        saisie.type,
        saisie.jour,
        saisie.heure,
        saisie.duree,
        saisie.lieu,
        saisie.issue,
        saisie.themes,
        saisie.evolution,
        saisie.note_partagee.strip(),
        office.personal.seal(saisie.note_personnelle.strip()),
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.consultations.save(consultation, based_on)
        _ask(work, office, patient_id, saisie.question)
        _plan(work, office, patient_id, saisie)
        work.drafts.drop(drafts.key(drafts.SEANCE, seance_id), office.membre.id)
    return consultation


def _check_writer(office: Office) -> None:
    check(office, Permission.CLINIQUE)
    if office.membre.role not in SOIGNANTS:
        raise AccessDenied


def _draft_of(office: Office, patient_id: PatientId) -> ConsultationId | None:
    """The person's unfinished new session with this patient: taken up again, never doubled."""
    for brouillon in drafts.mine(office):
        if brouillon.genre == drafts.SEANCE and brouillon.patient == patient_id:
            return ConsultationId(brouillon.cible)
    return None


def _forfait(
    work: "Work", office: Office, actes: list[Consultation], patient_id: PatientId
) -> Forfait | None:
    le = today(office)
    return open_forfait(
        office.reference,
        courante(work.inclusions.of(patient_id), le),
        list(actes),
        work.rendez_vous.of(patient_id),
        roles=roles_of(work),
        le=le,
    )


def _next_meeting(work: "Work", le: date) -> date | None:
    return min((s.jour for s in work.syntheses.all() if not s.close and s.jour >= le), default=None)


def _prefilled(work: "Work", office: Office, patient_id: PatientId) -> SeanceSaisie:
    maintenant = office.now().astimezone()
    le = maintenant.date()
    miens = [r for r in work.rendez_vous.of(patient_id) if r.membre == office.membre.id]
    prevu = next((r for r in miens if r.jour == le), None)
    suivant = next((r for r in miens if r.jour > le), None)
    quart = maintenant.minute // 15 * 15
    return SeanceSaisie(
        TYPES_PAR_ROLE[office.membre.role][0],
        le,
        prevu.heure if prevu else time(maintenant.hour, quart),
        prevu.duree if prevu else office.reference.seuils.duree_seance(office.membre.role),
        question=_open_question(work, office, patient_id),
        prochain_jour=suivant.jour if suivant else None,
        prochaine_heure=suivant.heure if suivant else None,
    )


def _recorded(work: "Work", office: Office, connue: Consultation) -> SeanceSaisie:
    suivant = _future(work, office, connue.patient, connue.jour)
    return SeanceSaisie(
        connue.type,
        connue.jour,
        connue.heure,
        connue.duree,
        connue.lieu,
        connue.issue,
        connue.themes,
        connue.evolution,
        connue.note_partagee,
        office.personal.open(connue.note_personnelle),
        _open_question(work, office, connue.patient),
        suivant.jour if suivant else None,
        suivant.heure if suivant else None,
    )


def _open_questions(work: "Work", office: Office, patient_id: PatientId) -> list[Question]:
    mine = [q for q in work.questions.of(patient_id) if q.membre == office.membre.id]
    return list(ouvertes(mine, work.syntheses.all()))


def _open_question(work: "Work", office: Office, patient_id: PatientId) -> str | None:
    mine = _open_questions(work, office, patient_id)
    return mine[-1].texte if mine else None


def _ask(work: "Work", office: Office, patient_id: PatientId, texte: str | None) -> None:
    mine = _open_questions(work, office, patient_id)
    if texte is None:
        for question in mine:
            work.questions.void(question.id, "retirée par son auteur")
        return
    if mine:
        if mine[-1].texte != texte.strip():
            work.questions.save(replace(mine[-1], texte=texte.strip()))
        return
    work.questions.save(
        Question(
            QuestionId(new_id()),
            patient_id,
            office.membre.id,
            texte.strip(),
            office.now().astimezone(UTC),
        )
    )


def _future(work: "Work", office: Office, patient_id: PatientId, apres: date) -> RendezVous | None:
    return next(
        (
            r
            for r in work.rendez_vous.of(patient_id)
            if r.membre == office.membre.id and r.jour > apres
        ),
        None,
    )


def _plan(work: "Work", office: Office, patient_id: PatientId, saisie: SeanceSaisie) -> None:
    """Add, move or (date emptied) take back this professional's next appointment."""
    assert saisie.jour is not None
    connu = _future(work, office, patient_id, max(saisie.jour, today(office)))
    if saisie.prochain_jour is None:
        if connu is not None:
            work.rendez_vous.void(connu.id, "retiré par le professionnel")
        return
    heure = saisie.prochaine_heure or saisie.heure
    assert heure is not None
    if connu is not None and (connu.jour, connu.heure) == (saisie.prochain_jour, heure):
        return
    rdv_id = connu.id if connu is not None else RendezVousId(new_id())
    duree = saisie.duree or office.reference.seuils.duree_seance(office.membre.role)
    work.rendez_vous.save(
        RendezVous(rdv_id, patient_id, office.membre.id, saisie.prochain_jour, heure, duree)
    )
