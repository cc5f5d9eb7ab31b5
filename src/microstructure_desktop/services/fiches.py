"""Start, draft, save and read again the fiches of one's profession."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.ids import FicheId, MembreId, PatientId, RevisionId, new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import age
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.answers import carried
from microstructure_desktop.forms.beginning import bounded, initial_answers, without_personal
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Stage
from microstructure_desktop.forms.repeating import closed_up
from microstructure_desktop.forms.rules import problems, visible_answers
from microstructure_desktop.forms.upgrade import moved

from . import drafts, journal
from .access import AccessDenied, Permission, check, fills
from .cercle import autour_de
from .fiche_forms import UnknownForm, form_of, keep, version_of
from .fiche_reading import readable, scellees, seal, unseal
from .last_answers import last_answers
from .notes_personnelles import NotesScellees, refus
from .office import Office, today
from .registry_answers import registry_answers
from .reunis import current
from .suivi import courante

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work


class InvalidAnswers(AppError):
    sentence = "Des réponses sont à corriger avant d’enregistrer."
    way_out = "Suivez la liste en haut de la fiche ; rien de ce que vous avez tapé n’est perdu."


class BeforeBirth(AppError):
    sentence = "La date de la fiche est avant la naissance de la personne."
    way_out = "Corrigez la date de la situation décrite ; rien de ce qui est tapé n’est perdu."


@dataclass(frozen=True, slots=True)
class FicheOuverte:
    """A fiche ready to fill. `revision` 0 = never saved; `brouillon` = unfinished text applied,
    `brouillon_depasse` = a revision was saved after that text was begun. `precedentes`: the last
    answer to each question before this fiche. `papier`: copied from a sheet filled in that day.
    `suivante`: a later version of its form, which it can be moved to. `scellee`: why what its
    author wrote for themselves is not there to read, and stays as it is.
    """

    id: FicheId
    patient: Patient
    age: int
    form: "Form"
    answers: Answers
    jour: date
    brouillon: bool
    brouillon_depasse: bool
    precedentes: Mapping[str, Earlier]
    revision: int
    based_on: RevisionId | None
    redacteur: Membre
    complete: bool
    papier: bool
    suivante: "Form | None"
    scellee: NotesScellees | None = None


def forms_for(office: Office) -> tuple["Form", ...]:
    """Latest version of each form that the person may fill in, sessions left out."""
    return tuple(
        form
        for form in office.reference.forms.latest()
        if fills(office.membre.role, form) and form.stage is not Stage.SEANCE
    )


def start(
    office: Office, patient_id: PatientId, form_id: str, *, papier: bool = False
) -> FicheOuverte:
    """The person's unfinished fiche of this kind if there is one, else a new one.

    `papier`: a sheet to copy, which never takes up what was begun on screen, nor the other way.
    """
    form = office.reference.forms.get(form_id)
    if form is None:
        raise UnknownForm
    _check_writer(office, form)
    journal.opened(office, Action.OUVERTURE_DOSSIER, patient=patient_id)
    for brouillon in drafts.mine(office):
        if brouillon.genre == drafts.FICHE and brouillon.patient == patient_id:
            pending = drafts.load(office, drafts.FICHE, brouillon.cible)
            wanted = (form_id, papier)
            if pending is not None and (pending["form"], pending.get("papier", False)) == wanted:
                return _opened(office, FicheId(brouillon.cible), patient_id, form)
    return replace(_opened(office, FicheId(new_id()), patient_id, form), papier=papier)


def open_fiche(office: Office, fiche_id: FicheId) -> FicheOuverte:
    """A saved fiche, with the version of the form it was filled with.

    Raises:
        PartageLimite: the person objects to it being read by who is at the keyboard.
    """
    with office.store.read() as work:
        fiche = work.fiches.get(fiche_id)
        autour_de(office, work, fiche.patient).check(fiche)
        form = form_of(office, work, fiche)
    _check_writer(office, form)
    journal.opened(office, Action.OUVERTURE_FICHE, patient=fiche.patient, objet=fiche_id)
    return _opened(office, fiche_id, fiche.patient, form)


def save_draft(
    office: Office,
    ouverte: FicheOuverte,
    *,
    jour: date,
    answers: Answers,
) -> datetime:
    """Keep what is typed, and the definition it answers, whatever becomes of its file."""
    _check_writer(office, ouverte.form)
    whole = _keep_definition(office, ouverte.form)
    payload = {
        "form": ouverte.form.id,
        "version": ouverte.form.version,
        "jour": jour.isoformat(),
        "papier": ouverte.papier,
        "base": ouverte.based_on,
        "answers": seal(office, whole, answers),
    }
    return drafts.save(office, drafts.FICHE, ouverte.id, payload, ouverte.patient.id)


def save(
    office: Office,
    ouverte: FicheOuverte,
    *,
    jour: date,
    answers: Answers,
    complete: bool,
) -> Fiche:
    """Append a revision; obligatory answers are asked for only when it is marked complete.

    Who begins a fiche stays its author: what is theirs alone goes through a colleague's correction
    as it is.

    Raises:
        InvalidAnswers: an answer breaks a rule of the form.
        BeforeBirth: nobody can have answered that day.
        StaleRevision: somebody saved it meanwhile.
    """
    form = ouverte.form
    _check(office, ouverte, jour, answers, complete=complete)
    visible = seal(office, form, visible_answers(form, closed_up(form, answers)))
    with office.store.begin(office.membre.id, office.now()) as work:
        current(work, ouverte.patient.id)
        keep(work, form)
        redacteur, sealed = _author(office, work, ouverte)
        fiche = Fiche(
            ouverte.id,
            ouverte.patient.id,
            redacteur,
            form.id,
            form.version,
            jour,
            visible | sealed,
            complete,
            ouverte.papier,
        )
        work.fiches.save(fiche, ouverte.based_on)
        work.drafts.drop(drafts.key(drafts.FICHE, ouverte.id), office.membre.id)
    return fiche


def _check(
    office: Office, ouverte: FicheOuverte, jour: date, answers: Answers, *, complete: bool
) -> None:
    _check_writer(office, ouverte.form)
    if problems(ouverte.form, answers, complete=complete, today=today(office)):
        raise InvalidAnswers
    if jour < ouverte.patient.naissance:
        raise BeforeBirth


def _check_writer(office: Office, form: "Form") -> None:
    check(office, Permission.CLINIQUE)
    if not fills(office.membre.role, form):
        raise AccessDenied(
            "Cette fiche se remplit par une autre profession.",
            "Vous pouvez la lire dans le dossier et l’imprimer.",
        )


def move(office: Office, ouverte: FicheOuverte, *, jour: date, answers: Answers) -> FicheOuverte:
    """The same fiche on the later version of its form, to go on filling.

    What it says now is saved first: an answer that has no place there stays in its history.

    Raises:
        InvalidAnswers: an answer is to correct before.
    """
    _check_writer(office, ouverte.form)
    newer = ouverte.suivante
    assert newer is not None
    if ouverte.revision == 0 or drafts.load(office, drafts.FICHE, ouverte.id) is not None:
        save(office, ouverte, jour=jour, answers=answers, complete=False)
    saved = _opened(office, ouverte.id, ouverte.patient.id, ouverte.form)
    taken = moved(saved.form, newer, saved.answers)
    return replace(saved, form=newer, answers=taken, brouillon=True, suivante=None)


def precedentes(office: Office, ouverte: FicheOuverte, *, jour: date) -> Mapping[str, Earlier]:
    """The last answers known before a day, when the fiche turns out to be of that day."""
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        return last_answers(office, work, ouverte.form, ouverte.patient.id, jour, ouverte.id)


def _opened(office: Office, fiche_id: FicheId, patient_id: PatientId, form: "Form") -> FicheOuverte:
    draft, scellee = drafts.load(office, drafts.FICHE, fiche_id), None
    with office.store.read() as work:
        patient = current(work, patient_id)
        connue = next((f for f in work.fiches.of(patient_id) if f.id == fiche_id), None)
        if connue is not None:  # a draft over it is no way in
            autour_de(office, work, patient_id).check(connue)
        if draft is not None:
            form = version_of(office, work, form.id, draft["version"])
            draft = _openable(office, form, draft)
        form = bounded(form, years := age(patient.naissance, today(office)))
        newer = _newer(office, form, years)
        if connue is not None:
            scellee = _sealed(office, work, connue)
            if scellee is not None or connue.redacteur != office.membre.id:
                form = without_personal(form)
                newer = newer and without_personal(newer)
        answers, jour = _told(office, work, form, draft, connue, patient_id)
        based_on = work.revisions.head(fiche_id) if connue else None
        revision = len(work.revisions.history(fiche_id)) if connue else 0
        precedentes = last_answers(office, work, form, patient_id, jour, fiche_id)
    return FicheOuverte(
        fiche_id,
        patient,
        years,
        form,
        answers,
        jour,
        draft is not None,
        draft is not None and draft["base"] != based_on,
        precedentes,
        revision,
        based_on,
        office.membre,
        connue.complete if connue is not None else False,
        (draft or {}).get("papier", connue is not None and connue.papier),
        newer,
        scellee,
    )


def _openable(office: Office, form: "Form", draft: dict[str, Any]) -> dict[str, Any]:
    """The draft without the notes that nothing opens any more.

    Raises:
        NotesScellees: the person's own sheet opens them; writing over them would lose them.
    """
    closed = scellees(office, form, draft["answers"])
    if closed and (refusal := refus(office)).feuille:
        raise refusal
    return {**draft, "answers": {k: v for k, v in draft["answers"].items() if k not in closed}}


def _sealed(office: Office, work: "Work", fiche: Fiche) -> NotesScellees | None:
    """Why its author cannot read what they wrote there for themselves, if they cannot."""
    if fiche.redacteur != office.membre.id:
        return None
    closed = scellees(office, form_of(office, work, fiche), fiche.answers)
    return refus(office) if closed else None


def _told(
    office: Office,
    work: "Work",
    form: "Form",
    draft: dict[str, Any] | None,
    connue: Fiche | None,
    patient_id: PatientId,
) -> tuple[Answers, date]:
    """The answers to start with, and the day that they describe."""
    if draft is not None:
        typed = carried(form, unseal(office, form, draft["answers"]))
        jour = date.fromisoformat(draft["jour"])
        return _over(office, work, form, draft["base"], connue, typed), jour
    if connue is not None:
        return _read(office, work, form, connue), connue.jour
    inclusion = courante(work.inclusions.of(patient_id), today(office))
    registered = registry_answers(form, work.patients.get(patient_id), inclusion)
    return {**initial_answers(form), **registered}, today(office)


def _over(
    office: Office,
    work: "Work",
    form: "Form",
    base: RevisionId | None,
    connue: Fiche | None,
    typed: Answers,
) -> Answers:
    """What was typed, over what a colleague saved since it was begun."""
    if base is None or connue is None or base == work.revisions.head(connue.id):
        return typed
    before = _read(office, work, form, work.fiches.at(base))
    return _merged(before, typed, _read(office, work, form, connue))


def _read(office: Office, work: "Work", form: "Form", fiche: Fiche) -> Answers:
    """What may be read of a fiche, with its own form, under the names of this one."""
    own = form_of(office, work, fiche)
    answers = readable(office, fiche, own)
    return answers if own.version == form.version else carried(form, answers)


def _newer(office: Office, form: "Form", years: int) -> "Form | None":
    latest = office.reference.forms.get(form.id)
    newer = latest is not None and latest.version > form.version
    return bounded(latest, years) if latest is not None and newer else None


def _keep_definition(office: Office, form: "Form") -> "Form":
    """All of the definition: what is open may lack the personal items, to seal all the same."""
    with office.store.read() as work:
        known = work.definitions.text(form.id, form.version) is not None
    if not known:
        with office.store.begin(office.membre.id, office.now()) as work:
            keep(work, form)
    with office.store.read() as work:
        return version_of(office, work, form.id, form.version)


def _author(office: Office, work: "Work", ouverte: FicheOuverte) -> tuple[MembreId, Answers]:
    """Who began the fiche, and what of theirs was not there to read, as it is kept."""
    mine = office.membre.id
    if not ouverte.revision:
        return mine, {}
    fiche = work.fiches.get(ouverte.id)
    hidden = ouverte.scellee is not None or fiche.redacteur != mine
    personal = form_of(office, work, fiche).personal if hidden else ()
    return fiche.redacteur, {k: v for k, v in fiche.answers.items() if k in personal}


def _merged(base: Answers, mine: Answers, theirs: Answers) -> Answers:
    """What a colleague saved meanwhile, with what was typed since over it."""
    changed = {k for k in mine.keys() | base.keys() if mine.get(k) != base.get(k)}
    kept = {k: v for k, v in theirs.items() if k not in changed}
    return kept | {k: v for k, v in mine.items() if k in changed}
