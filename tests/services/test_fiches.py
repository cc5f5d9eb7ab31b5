"""Fiches: resumed, saved as revisions, read by whom they are meant for."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Partage
from microstructure_desktop.services import drafts, fiches
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.fiches import InvalidAnswers, UnknownForm
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.store.failures import StaleRevision

JOUR = date(2026, 11, 19)


@pytest.fixture
def patient(team):
    return team.patient()


@pytest.fixture
def opened(team, patient):
    return fiches.start(team.psychologue, patient.id, FICHE_DE_SUIVI)


def items(form, partage):
    """Text questions always asked, of one circle of readers."""
    asked = (i for i in form.questions if i.type.value == "text" and not i.when)
    return [i for i in asked if i.partage is partage]


def test_that_a_new_fiche_is_empty_and_belongs_to_its_profession(team, patient, opened):
    assert (opened.answers, opened.revision, opened.based_on) == ({}, 0, None)
    assert opened.jour == JOUR
    mine = [f for f in fiches.forms_for(team.psychologue) if f.role is not None]
    assert {f.role for f in mine} == {Role.PSYCHOLOGUE}
    assert FICHE_DE_SUIVI in {f.id for f in mine}
    with pytest.raises(AccessDenied):
        fiches.start(team.medecin, patient.id, FICHE_DE_SUIVI)
    with pytest.raises(UnknownForm):
        fiches.start(team.psychologue, patient.id, "inconnue")


def test_that_an_unfinished_fiche_is_taken_up_again_with_its_private_text(team, opened):
    office = team.psychologue
    private = items(opened.form, Partage.PERSONNEL)[0].id
    fiches.save_draft(office, opened, jour=JOUR, answers={private: "pour moi seule"})
    again = fiches.start(office, opened.patient.id, FICHE_DE_SUIVI)
    assert again.id == opened.id
    assert again.brouillon
    assert again.answers == {private: "pour moi seule"}
    stored = drafts.load(office, drafts.FICHE, opened.id)
    assert "pour moi" not in str(stored)


def test_that_saving_appends_a_revision_and_drops_the_draft(team, opened):
    office = team.psychologue
    shared = items(opened.form, Partage.EQUIPE)[0].id
    fiches.save_draft(office, opened, jour=JOUR, answers={shared: "un"})
    fiches.save(office, opened, jour=JOUR, answers={shared: "un"}, complete=False)
    second = fiches.open_fiche(office, opened.id)
    assert (second.revision, second.brouillon, second.answers) == (1, False, {shared: "un"})
    fiches.save(office, second, jour=JOUR, answers={shared: "deux"}, complete=False)
    states = fiches.history(office, opened.id)
    assert [(x.number, x.answers[shared]) for x in states] == [(1, "un"), (2, "deux")]
    assert {x.author.nom for x in states} == {"Modèle"}


def test_that_obligatory_answers_are_asked_only_to_mark_it_complete(team, opened):
    office = team.psychologue
    with pytest.raises(InvalidAnswers):
        fiches.save(office, opened, jour=JOUR, answers={}, complete=True)
    assert not fiches.save(office, opened, jour=JOUR, answers={}, complete=False).complete


def test_that_two_savings_from_the_same_state_do_not_overwrite_each_other(team, opened):
    office = team.psychologue
    fiches.save(office, opened, jour=JOUR, answers={}, complete=False)
    one = fiches.open_fiche(office, opened.id)
    fiches.save(office, one, jour=JOUR, answers={}, complete=False)
    with pytest.raises(StaleRevision):
        fiches.save(office, one, jour=JOUR, answers={}, complete=False)


def test_that_each_reader_sees_only_what_is_shared_with_them(team, opened):
    office = team.psychologue
    private, own, shared = (
        items(opened.form, p)[0].id for p in (Partage.PERSONNEL, Partage.METIER, Partage.EQUIPE)
    )
    answers = {private: "pour moi", own: "entre nous", shared: "pour l’équipe"}
    fiche = fiches.save(office, opened, jour=JOUR, answers=answers, complete=False)
    assert fiches.readable(office, fiche, opened.form) == answers
    assert fiches.readable(team.medecin, fiche, opened.form) == {shared: "pour l’équipe"}
    assert "pour moi" not in str(fiche.answers)


def test_that_the_definition_is_kept_with_the_fiche(team, opened):
    fiches.save(team.psychologue, opened, jour=JOUR, answers={}, complete=False)
    with team.psychologue.store.read() as work:
        kept = work.definitions.text(opened.form.id, opened.form.version)
    assert kept == opened.form.source


def test_that_the_secretariat_reads_no_history(team, opened):
    fiches.save(team.psychologue, opened, jour=JOUR, answers={}, complete=False)
    with pytest.raises(AccessDenied):
        fiches.history(team[Role.SECRETARIAT], opened.id)
