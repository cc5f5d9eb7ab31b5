"""Correcting who somebody is."""

import pytest

from microstructure_desktop.services import drafts, patients
from microstructure_desktop.services.identites import IdentiteSaisie
from microstructure_desktop.services.patients import Formulaire, PatientSaisie
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.identity_edition import IdentityEdition
from tests.ui import a11y


@pytest.fixture
def make(show, desk, sophie):
    def made():
        form = show(IdentityEdition(desk.context, sophie.id), 900, 800)
        desk.settle()
        return form

    return made


def test_that_the_form_shows_what_is_known(make, sophie):
    form = make()
    assert form.header.title.text() == "LÉGENDE Sophie"
    assert form.fields.text("naissance") == "14/05/1992"
    assert a11y.problems(form) == []


def test_that_a_correction_is_saved(qtbot, desk, make, sophie):
    form = make()
    form.fields.set_typed({"telephone": "06 12 34 56 78"})
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    desk.settle()
    known = patients.identity(desk.office, sophie.id).patient
    assert (known.telephone, known.nom) == ("06 12 34 56 78", "Légende")


def test_that_a_colleague_who_saved_meanwhile_is_told_and_nothing_is_lost(desk, make, sophie, team):
    form = make()
    form.fields.set_typed({"nom": "Récit"})
    theirs = PatientSaisie("Légende", "Sophie", sophie.naissance, sophie.sexe, "0102030405")
    patients.edit(team.medecin, sophie.id, theirs, None)
    form.save_button.click()
    desk.settle()
    assert "modifié entre-temps" in form.banner.title()
    assert form.fields.text("nom") == "Récit"
    assert form.fields.text("telephone") == "0102030405"
    form.save_button.click()
    desk.settle()
    known = patients.identity(desk.office, sophie.id).patient
    assert (known.nom, known.telephone) == ("Récit", "0102030405")


def test_that_a_correction_left_unfinished_is_found_again(desk, make, sophie):
    form = make()
    form.fields.set_typed({"prenom": "Sophia"})
    form.keep()
    desk.settle()
    (kept,) = drafts.mine(desk.office)
    assert (kept.cible, kept.patient) == (Formulaire.IDENTITE.sujet(sophie.id), sophie.id)
    assert make().fields.text("prenom") == "Sophia"


def test_that_a_discreet_screen_shows_an_identity_only_when_asked(qtbot, desk, make):
    form = make()
    form.fields.set_typed({"prenom": "Sophia"})
    desk.context.discretion.switch(on=True)
    assert not form.identity.isVisible()
    assert not form.save_button.isVisible()
    qtbot.waitUntil(form.veil.action_button.hasFocus)
    assert a11y.problems(form) == []
    form.veil.action_button.click()
    assert form.identity.isVisible()
    assert form.save_button.isVisible()
    assert not form.veil.isVisible()
    assert form.fields.text("prenom") == "Sophia"
    qtbot.waitUntil(form.fields.first().hasFocus)


def test_that_an_identity_opened_discreetly_waits_to_be_asked(qtbot, desk, make):
    desk.context.discretion.switch(on=True)
    form = make()
    form.take_focus()
    qtbot.waitUntil(form.veil.action_button.hasFocus)
    assert not form.identity.isVisible()
    desk.context.discretion.switch(on=False)
    assert form.identity.isVisible()


def test_that_a_changed_trait_of_a_confirmed_identity_is_told_before_saving(
    qtbot, desk, make, sophie
):
    compared = IdentiteSaisie("Légende", "Sophie", "31555", piece="CNI")
    known = PatientSaisie("Légende", "Sophie", sophie.naissance, sophie.sexe, identite=compared)
    patients.edit(desk.office, sophie.id, known, None)
    form = make()
    assert form.birth.state.text() == "Validée"
    assert form.fields.editor("cog").isVisible()
    form.fields.set_typed({"telephone": "06"})
    assert not form.birth.lost.isVisible()
    form.fields.set_typed({"cog": "31556"})
    assert form.birth.lost.isVisible()
    form.fields.set_typed({"piece": "PASSEPORT"})
    assert not form.birth.lost.isVisible()
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert (saved.args[0].identite.cog, saved.args[0].identite.piece) == ("31556", "PASSEPORT")


def test_that_anonymity_during_a_funded_follow_up_says_what_to_do(desk, make, sophie):
    form = make()
    form.fields.set_typed({"anonyme": "oui", "nom": "Mistral"})
    assert form.fields.text("annee") == "1992"
    form.save_button.click()
    desk.settle()
    assert "programme au forfait" in form.summary.links()[0].text()
    assert not patients.identity(desk.office, sophie.id).patient.anonyme


def test_that_two_records_can_be_joined_from_here(desk, make, sophie):
    form = make()
    form.duplicates.merge_requested.emit("autre")
    assert desk.routes[-1] == Route("fusion", garde=sophie.id, absorbe="autre")


def test_that_a_known_namesake_is_not_asked_about(desk, make, sophie, team):
    twin = team.patient("Légende", "Sofia")
    told = PatientSaisie("Légende", "Sophie", sophie.naissance, sophie.sexe, distincts=(twin.id,))
    patients.edit(desk.office, sophie.id, told, None)
    form = make()
    form.fields.edited.emit("nom")
    desk.settle()
    assert form.duplicates._told_apart
    assert form.fields.text("homonyme") == "oui"
