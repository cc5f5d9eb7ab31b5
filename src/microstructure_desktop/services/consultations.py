"""Open, draft, check and record a session."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.consultation import (
    HORS_RENDEZ_VOUS,
    SANS_PATIENT,
    TYPES_PAR_ROLE,
    Consultation,
    Issue,
    RendezVous,
    TypeActe,
)
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.forfait import Forfait
from microstructure_desktop.domain.ids import (
    ConsultationId,
    PatientId,
    RevisionId,
    new_id,
)
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import age
from microstructure_desktop.store.failures import RecordMissing, StaleRevision

from . import drafts, journal, presences, seance_forms, suites
from .access import AccessDenied, Permission, allowed, check
from .cercle import autour_de
from .motif import ReasonMissing, motif_problem
from .notes_personnelles import NotesScellees, lue, refus
from .office import Office, today
from .oppositions import of_patient
from .reunis import current
from .seance_forms import Reponses, ReponsesACorriger
from .suivi import forfait_sans

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work

HABIT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class SeanceSaisie:
    """What the form holds once its fields are understood; None = typed but not understood.

    `question`: what to discuss at the next synthesis, None when not asked for. `reponses`: those
    of the type's form are recorded, the others only follow what was typed. `motif_modification`:
    why a finished session is corrected. `note_scellee`: the personal note as it is kept, while
    no key of this session opens it; it then stays as it is.
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
    reponses: Reponses = field(default_factory=dict)
    motif_modification: str = ""
    note_scellee: str = ""


@dataclass(frozen=True, slots=True)
class SeanceOuverte:
    """A session ready to fill; `brouillon` (raw texts as typed) wins over `saisie`.

    `forfait` counts the other sessions only. `themes` are codes, the most used by this person
    first. `lecteurs`: who else can read the shared note. `enregistre_le`: when what is shown was
    last saved, None for a new session. `forms`: the questions of the acts that have some.
    `scellee`: why the personal note cannot be read, None when it can.
    """

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
    themes: tuple[str, ...] = ()
    lecteurs: tuple[str, ...] = ()
    enregistre_le: datetime | None = None
    forms: Mapping[TypeActe, "Form"] = field(default_factory=dict)
    scellee: NotesScellees | None = None

    @property
    def role(self) -> Role:
        return self.membre.role


@dataclass(frozen=True, slots=True)
class Attendus:
    """What a session of this kind says besides its notes."""

    themes: bool
    evolution: bool
    presence: bool = True

    @property
    def reponses(self) -> bool:
        """Questions are asked of what was held, as themes are."""
        return self.themes


def attendus(role: Role, type_: TypeActe, issue: Issue) -> Attendus:
    """Nothing of a session that was not held; no felt evolution without the person concerned;
    no presence where nobody was to come.
    """
    attendue = type_ not in HORS_RENDEZ_VOUS
    tenue = issue is Issue.HONORE or not attendue
    ressentie = role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
    return Attendus(tenue, tenue and ressentie and type_ not in SANS_PATIENT, attendue)


def open_seance(
    office: Office, patient_id: PatientId, consultation_id: ConsultationId | None = None
) -> SeanceOuverte:
    """A new session prefilled with now and here, the person's own draft, or one to amend.

    Raises:
        AccessDenied: the role holds no session, or somebody else wrote this one.
        RecordMissing: it was cancelled.
    """
    check(office, Permission.SEANCE)
    with office.store.read() as work:
        opened = _opened(work, office, patient_id, consultation_id)
    journal.opened(office, Action.OUVERTURE_DOSSIER, patient=patient_id, detail="seance")
    brouillon = drafts.load(office, drafts.SEANCE, opened.id)
    sealed = opened.saisie.note_scellee or (brouillon or {}).get(drafts.SEALED)
    scellee = refus(office) if sealed else None
    return replace(opened, brouillon=brouillon, scellee=scellee)


def save_draft(
    office: Office, seance_id: ConsultationId, patient_id: PatientId, payload: dict[str, Any]
) -> datetime:
    check(office, Permission.SEANCE)
    return drafts.save(office, drafts.SEANCE, seance_id, payload, patient_id)


def drop_draft(office: Office, seance_id: ConsultationId) -> None:
    """Forget what was typed; what was recorded before stays."""
    drafts.drop(office, drafts.SEANCE, seance_id)


def record(
    office: Office,
    seance_id: ConsultationId,
    patient_id: PatientId,
    saisie: SeanceSaisie,
    based_on: RevisionId | None = None,
) -> Consultation:
    """Record the session, its question and the next appointment; one transaction.

    Raises:
        AccessDenied: the role holds no session, or somebody else wrote this one.
        StaleRevision: it was recorded or amended meanwhile.
        ReponsesACorriger: an answer breaks a rule of its form.
        ReasonMissing: it was finished, and nothing says why it is corrected.
    """
    check(office, Permission.SEANCE)
    le = today(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        current(work, patient_id)
        actes = work.consultations.of(patient_id)
        connue = next((a for a in actes if a.id == seance_id), None)
        _check_author(office, connue)
        said = _consultation(office, seance_id, patient_id, saisie, _of_the_day(office, connue))
        made = _answered(work, office, said, connue, saisie)
        if based_on is None and work.revisions.head(seance_id) is not None:
            raise StaleRevision(office.membre.nom_affiche)
        if connue is not None and motif_problem(saisie.motif_modification) is not None:
            raise ReasonMissing
        work.consultations.save(made, based_on)
        suites.ask(work, office, patient_id, saisie.question)
        quand = (
            (saisie.prochain_jour, saisie.prochaine_heure or made.heure)
            if saisie.prochain_jour is not None
            else None
        )
        suites.plan(work, office, patient_id, quand, apres=max(made.jour, le))
        work.drafts.drop(drafts.key(drafts.SEANCE, seance_id), office.membre.id)
    return made


def _opened(
    work: "Work", office: Office, patient_id: PatientId, consultation_id: ConsultationId | None
) -> SeanceOuverte:
    le = today(office)
    actes = work.consultations.of(patient_id)
    lecture = autour_de(office, work, patient_id)
    seance_id = consultation_id or _unfinished(work, office, patient_id, actes)
    connue = next((a for a in actes if a.id == seance_id), None)
    _check_author(office, connue)
    if connue is None and work.undoing.voided(seance_id):
        raise RecordMissing
    avant = [a for a in actes if a.id != seance_id and (connue is None or a.jour <= connue.jour)]
    auteur = _of_the_day(office, connue)
    siennes = [a for a in avant if a.role is auteur.role and a.honoree]
    miennes = lecture.ouverts(siennes)
    patient = current(work, patient_id)
    types = TYPES_PAR_ROLE[auteur.role]
    prevu = presences.attendu(work, office.membre.id, patient_id, le)
    return SeanceOuverte(
        seance_id,
        patient,
        age(patient.naissance, le),
        auteur,
        types,
        _recorded(work, office, connue) if connue else prefilled(work, office, patient_id, prevu),
        None,
        forfait_sans(
            work, office.reference, patient_id, seance_id, connue.jour if connue else le, le=le
        ),
        miennes[-1] if miennes else None,
        len(siennes),
        _next_meeting(work, le),
        work.revisions.head(seance_id) if connue else None,
        _themes(work, office, le),
        _readers(work, office, patient_id),
        _saved_at(work, office, seance_id),
        seance_forms.forms_for(office, work, patient, types, connue),
    )


def _consultation(
    office: Office,
    seance_id: ConsultationId,
    patient_id: PatientId,
    saisie: SeanceSaisie,
    auteur: Membre,
) -> Consultation:
    assert saisie.jour is not None
    assert saisie.heure is not None
    assert saisie.duree is not None
    dit = attendus(auteur.role, saisie.type, saisie.issue)
    return Consultation(
        seance_id,
        patient_id,
        auteur.id,
        auteur.role,
        saisie.type,
        saisie.jour,
        saisie.heure,
        saisie.duree,
        saisie.lieu,
        saisie.issue if dit.presence else Issue.HONORE,
        saisie.themes if dit.themes else (),
        saisie.evolution if dit.evolution else None,
        saisie.note_partagee.strip(),
        saisie.note_scellee or office.personal.seal(saisie.note_personnelle.strip()),
        motif_modification=saisie.motif_modification.strip(),
    )


def _answered(
    work: "Work",
    office: Office,
    made: Consultation,
    connue: Consultation | None,
    saisie: SeanceSaisie,
) -> Consultation:
    if not attendus(made.role, made.type, made.issue).reponses:
        return made
    patient = work.patients.get(made.patient)
    forms = seance_forms.forms_for(office, work, patient, (made.type,), connue)
    if seance_forms.to_correct(forms, made.type, saisie.reponses, today(office)):
        raise ReponsesACorriger
    return seance_forms.answered(work, made, forms.get(made.type), saisie.reponses)


def _of_the_day(office: Office, connue: Consultation | None) -> Membre:
    """The person at the keyboard, with the profession they had when they wrote it."""
    return replace(office.membre, role=connue.role) if connue else office.membre


def _check_author(office: Office, connue: Consultation | None) -> None:
    if connue is not None and connue.membre != office.membre.id:
        raise AccessDenied(
            "Cette séance a été écrite par un autre professionnel.",
            "Seul son auteur peut la corriger.",
        )


def _unfinished(
    work: "Work", office: Office, patient_id: PatientId, actes: list[Consultation]
) -> ConsultationId:
    """The person's unfinished new session with this patient: taken up again, never doubled."""
    recorded = {a.id for a in actes}
    for brouillon in drafts.of(work, office.membre.id):
        if brouillon.genre == drafts.SEANCE and brouillon.patient == patient_id:
            seance_id = ConsultationId(brouillon.cible)
            if seance_id not in recorded:
                return seance_id
    return ConsultationId(new_id())


def _next_meeting(work: "Work", le: date) -> date | None:
    return min((s.jour for s in work.syntheses.all() if not s.close and s.jour >= le), default=None)


def _themes(work: "Work", office: Office, le: date) -> tuple[str, ...]:
    """Every theme, those that this person noted most often lately first."""
    recents = work.consultations.between(le - HABIT, le)
    notes = Counter(t for a in recents if a.membre == office.membre.id for t in a.themes)
    codes = [option.code for option in office.reference.listes["THEMES"].offered]
    return tuple(sorted(codes, key=lambda code: -notes[code]))


def _readers(work: "Work", office: Office, patient_id: PatientId) -> tuple[str, ...]:
    """Who else reads what is shared about somebody, the person's objections counted."""
    said = of_patient(work, patient_id)
    return tuple(
        m.nom_affiche
        for m in work.equipe.all()
        if m.actif
        and m.id != office.membre.id
        and allowed(m.role, Permission.CLINIQUE)
        and not said.ferme(m)
    )


def _saved_at(work: "Work", office: Office, seance_id: ConsultationId) -> datetime | None:
    for brouillon in drafts.of(work, office.membre.id):
        if (brouillon.genre, brouillon.cible) == (drafts.SEANCE, seance_id):
            return brouillon.at
    history = work.revisions.history(seance_id)
    return history[-1].at if history else None


def prefilled(
    work: "Work", office: Office, patient_id: PatientId, prevu: RendezVous | None
) -> SeanceSaisie:
    """What an appointment says of its session; now and here without one."""
    maintenant, role = office.now().astimezone(), office.membre.role
    entourage = prevu is not None and prevu.entourage
    debut = SeanceSaisie(
        TypeActe.ENTRETIEN_ENTOURAGE if entourage else TYPES_PAR_ROLE[role][0],
        prevu.jour if prevu else maintenant.date(),
        prevu.heure if prevu else time(maintenant.hour, maintenant.minute // 15 * 15),
        prevu.duree if prevu else office.reference.seuils.duree_seance(role),
    )
    return _with_suites(work, office, patient_id, debut)


def _recorded(work: "Work", office: Office, connue: Consultation) -> SeanceSaisie:
    note = lue(office, connue.note_personnelle)
    dite = SeanceSaisie(
        connue.type,
        connue.jour,
        connue.heure,
        connue.duree,
        connue.lieu,
        connue.issue,
        connue.themes,
        connue.evolution,
        connue.note_partagee,
        note or "",
        reponses={connue.form: connue.reponses} if connue.reponses else {},
        note_scellee=connue.note_personnelle if note is None else "",
    )
    return _with_suites(work, office, connue.patient, dite)


def _with_suites(
    work: "Work", office: Office, patient_id: PatientId, saisie: SeanceSaisie
) -> SeanceSaisie:
    """What is asked and planned at present, so that recording changes only what was edited."""
    assert saisie.jour is not None
    apres = max(saisie.jour, today(office))
    question = suites.open_question(work, office.membre.id, patient_id)
    suivant = suites.next_appointment(work, office.membre.id, patient_id, apres)
    return replace(
        saisie,
        question=question.texte if question else None,
        prochain_jour=suivant.jour if suivant else None,
        prochaine_heure=suivant.heure if suivant else None,
    )
