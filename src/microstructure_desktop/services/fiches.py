"""Start, draft, save and read again the fiches of one's profession."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.ids import FicheId, PatientId, RevisionId, new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import age
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.model import Partage
from microstructure_desktop.forms.rules import problems, visible_answers

from . import drafts
from .access import AccessDenied, Permission, check
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work


class InvalidAnswers(AppError):
    sentence = "Des réponses sont à corriger avant d’enregistrer."
    way_out = "Suivez la liste en haut de la fiche ; rien de ce que vous avez tapé n’est perdu."


class UnknownForm(AppError):
    sentence = "Le modèle de cette fiche n’est plus installé."
    way_out = "Les réponses restent dans le dossier ; remettez le fichier du modèle en place."


@dataclass(frozen=True, slots=True)
class FicheOuverte:
    """A fiche ready to fill. `revision` 0 = never saved; `brouillon` = unfinished text applied,
    `brouillon_depasse` = a revision was saved after that text was begun.
    """

    id: FicheId
    patient: Patient
    age: int
    form: "Form"
    answers: Answers
    jour: date
    brouillon: bool
    brouillon_depasse: bool
    precedente: Fiche | None
    revision: int
    based_on: RevisionId | None
    redacteur: Membre
    complete: bool


@dataclass(frozen=True, slots=True)
class RevisionLigne:
    """One state of a fiche in its history."""

    number: int
    at: datetime
    author: Membre | None
    answers: Answers
    complete: bool


def forms_for(office: Office) -> tuple["Form", ...]:
    """Latest version of each fiche of the person's profession."""
    return tuple(f for f in office.reference.forms.latest() if f.role is office.membre.role)


def start(office: Office, patient_id: PatientId, form_id: str) -> FicheOuverte:
    """The person's unfinished fiche of this kind if there is one, else a new one."""
    form = office.reference.forms.get(form_id)
    if form is None:
        raise UnknownForm
    _check_writer(office, form)
    for brouillon in drafts.mine(office):
        if brouillon.genre == drafts.FICHE and brouillon.patient == patient_id:
            pending = drafts.load(office, drafts.FICHE, brouillon.cible)
            if pending is not None and pending["form"] == form_id:
                return _opened(office, FicheId(brouillon.cible), patient_id, form)
    return _opened(office, FicheId(new_id()), patient_id, form)


def open_fiche(office: Office, fiche_id: FicheId) -> FicheOuverte:
    """A saved fiche, with the version of the form it was filled with."""
    with office.store.read() as work:
        fiche = work.fiches.get(fiche_id)
        form = form_of(office, work, fiche)
    _check_writer(office, form)
    return _opened(office, fiche_id, fiche.patient, form)


def save_draft(
    office: Office,
    ouverte: FicheOuverte,
    *,
    jour: date,
    answers: Answers,
) -> datetime:
    payload = {
        "form": ouverte.form.id,
        "version": ouverte.form.version,
        "jour": jour.isoformat(),
        "base": ouverte.based_on,
        "answers": _seal(office, ouverte.form, answers),
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

    Raises:
        InvalidAnswers: an answer breaks a rule of the form.
        StaleRevision: somebody saved it meanwhile.
    """
    form = ouverte.form
    _check_writer(office, form)
    if problems(form, answers, complete=complete, today=today(office)):
        raise InvalidAnswers
    visible = _seal(office, form, visible_answers(form, answers))
    fiche = Fiche(
        ouverte.id,
        ouverte.patient.id,
        office.membre.id,
        form.id,
        form.version,
        jour,
        visible,
        complete,
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.definitions.keep(form.id, form.version, form.source)
        work.fiches.save(fiche, ouverte.based_on)
        work.drafts.drop(drafts.key(drafts.FICHE, ouverte.id), office.membre.id)
    return fiche


def history(office: Office, fiche_id: FicheId) -> tuple[RevisionLigne, ...]:
    """Every state of the fiche, oldest first; sealed answers stay sealed for the others."""
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        form = form_of(office, work, work.fiches.get(fiche_id))
        membres = {m.id: m for m in work.equipe.all()}
        lignes = []
        for revision in work.revisions.history(fiche_id):
            fiche = work.fiches.at(revision.id)
            lignes.append(
                RevisionLigne(
                    revision.number,
                    revision.at,
                    membres.get(revision.author),
                    readable(office, fiche, form),
                    fiche.complete,
                )
            )
    return tuple(lignes)


def readable(office: Office, fiche: Fiche, form: "Form") -> Answers:
    """What the person at the keyboard may read of a fiche.

    Personal answers: their author alone. Answers of the profession: that profession. Answers to
    the team: everybody.
    """
    if fiche.redacteur == office.membre.id:
        return _unseal(office, form, fiche.answers)
    same = form.role is office.membre.role
    hidden = {
        item.id
        for item in form.items
        if item.personal or (item.partage is Partage.METIER and not same)
    }
    return {k: v for k, v in fiche.answers.items() if k not in hidden}


def _check_writer(office: Office, form: "Form") -> None:
    check(office, Permission.CLINIQUE)
    if form.role is not office.membre.role:
        raise AccessDenied(
            "Cette fiche se remplit par une autre profession.",
            "Vous pouvez la lire dans le dossier et l’imprimer.",
        )


def _opened(office: Office, fiche_id: FicheId, patient_id: PatientId, form: "Form") -> FicheOuverte:
    draft = drafts.load(office, drafts.FICHE, fiche_id)
    with office.store.read() as work:
        patient = work.patients.get(patient_id)
        toutes = work.fiches.of(patient_id)
        connue = next((f for f in toutes if f.id == fiche_id), None)
        memes = [f for f in toutes if f.form == form.id and f.id != fiche_id]
        based_on = work.revisions.head(fiche_id) if connue else None
        revision = len(work.revisions.history(fiche_id)) if connue else 0
    answers: Answers = {}
    if draft is not None:
        answers = _unseal(office, form, draft["answers"])
    elif connue is not None:
        answers = readable(office, connue, form)
    if draft is not None:
        jour = date.fromisoformat(draft["jour"])
    else:
        jour = connue.jour if connue is not None else today(office)
    return FicheOuverte(
        fiche_id,
        patient,
        age(patient.naissance, today(office)),
        form,
        answers,
        jour,
        draft is not None,
        draft is not None and draft["base"] != based_on,
        max(memes, key=lambda f: f.jour, default=None),
        revision,
        based_on,
        office.membre,
        connue.complete if connue is not None else False,
    )


def form_of(office: Office, work: "Work", fiche: Fiche) -> "Form":
    """The definition a fiche was filled with: shipped, local, or kept in the store."""
    form = office.reference.forms.get(fiche.form, fiche.form_version)
    if form is not None:
        return form
    kept = work.definitions.text(fiche.form, fiche.form_version)
    if kept is None:
        raise UnknownForm
    return office.reference.lire(kept)


def _seal(office: Office, form: "Form", answers: Answers) -> Answers:
    return {
        k: office.personal.seal(v) if k in form.personal and isinstance(v, str) else v
        for k, v in answers.items()
    }


def _unseal(office: Office, form: "Form", answers: Answers) -> Answers:
    return {
        k: office.personal.open(v) if k in form.personal and isinstance(v, str) else v
        for k, v in answers.items()
    }
