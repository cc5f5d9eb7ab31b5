"""Which questions a session asks besides its notes, and what may be read of the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import age
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.answers import carried
from microstructure_desktop.forms.beginning import bounded
from microstructure_desktop.forms.model import Stage
from microstructure_desktop.forms.rules import problems, visible_answers

from . import fiche_forms
from .access import fills
from .fiche_reading import readable
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.forms.rules import Problem
    from microstructure_desktop.store.work import Work

    from .reference import Reference

Reponses = dict[str, Answers]
"""Answers by form: those of a type no longer chosen are kept while the session is open."""


class ReponsesACorriger(AppError):
    sentence = "Des réponses sont à corriger avant d’enregistrer la séance."
    way_out = "Elles sont signalées sous la note ; rien de ce que vous avez tapé n’est perdu."


def form_for(reference: "Reference", role: Role, type_: TypeActe) -> "Form | None":
    """The latest questions for an act: the profession's own go before the team's, then the latest
    written.
    """
    found = [
        form
        for form in reference.forms.latest()
        if form.stage is Stage.SEANCE and type_ in form.actes and fills(role, form)
    ]
    return max(found, key=lambda f: (f.role is role, f.depuis, f.id), default=None)


def forms_for(
    office: Office,
    work: "Work",
    patient: Patient,
    types: Iterable[TypeActe],
    connue: Consultation | None,
) -> dict[TypeActe, "Form"]:
    """The questions of each act; a recorded session keeps the version it was answered in."""
    role = connue.role if connue is not None else office.membre.role
    latest = {t: form_for(office.reference, role, t) for t in types}
    found = {t: form for t, form in latest.items() if form is not None}
    kept = _written_with(office, work, connue) if connue is not None else None
    if connue is not None and kept is not None:
        found = {t: kept if form.id == kept.id else form for t, form in found.items()}
        found[connue.type] = kept
    years = age(patient.naissance, today(office))
    return {t: bounded(form, years) for t, form in found.items()}


def to_correct(
    forms: Mapping[TypeActe, "Form"], type_: TypeActe, reponses: Reponses, le: date
) -> list["Problem"]:
    """What is wrong with the answers of one act; nothing is ever obligatory there."""
    form = forms.get(type_)
    if form is None:
        return []
    return problems(form, answers_to(form, reponses), complete=False, today=le)


def answers_to(form: "Form", reponses: Reponses) -> Answers:
    return carried(form, reponses.get(form.id, {}))


def answered(
    work: "Work", made: Consultation, form: "Form | None", reponses: Reponses
) -> Consultation:
    """The session with its answers, their definitions kept; as it is when there are none."""
    answers = visible_answers(form, answers_to(form, reponses)) if form is not None else {}
    if form is None or not answers:
        return made
    fiche_forms.keep(work, form)
    return replace(made, form=form.id, form_version=form.version, reponses=answers)


def shared(office: Office, work: "Work", acte: Consultation) -> tuple[Consultation, "Form | None"]:
    """The session with the answers that the person at the keyboard may read, and their form.

    No answer, and no form, when the definition is nowhere any more.
    """
    form = _written_with(office, work, acte)
    answers = readable(office, as_fiche(acte), form) if form is not None else {}
    return replace(acte, reponses=answers), form


def _written_with(office: Office, work: "Work", acte: Consultation) -> "Form | None":
    if not acte.form:
        return None
    try:
        return fiche_forms.form_of(office, work, as_fiche(acte))
    except fiche_forms.UnknownForm:
        return None


def as_fiche(acte: Consultation) -> Fiche:
    """The same answers by the same author: they are read and shared by the rules of fiches."""
    return Fiche(
        FicheId(acte.id),
        acte.patient,
        acte.membre,
        acte.form,
        acte.form_version,
        acte.jour,
        acte.reponses,
    )
