"""Registering somebody new."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Attribut
from microstructure_desktop.services import drafts, patients
from microstructure_desktop.services.patients import Filtre
from microstructure_desktop.ui.pages.patients.creation import Creation
from microstructure_desktop.ui.widgets.buttons import Button
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk

ZOE = {"nom": "Récit", "prenom": "Zoé", "naissance": "140592"}


@pytest.fixture
def make(show, desk):
    def made(typed=""):
        form = show(Creation(desk.context, typed), 900, 800)
        desk.settle()
        return form

    return made


def known(desk):
    desk.settle()
    return patients.list_patients(desk.office, Filtre.ACTIFS).lignes


def test_that_the_usual_programme_and_today_are_proposed(make):
    form = make()
    assert form.fields.text("programme") == "COVID_SM"
    assert form.fields.day("debut") == TODAY
    assert a11y.problems(form) == []


def test_that_what_was_searched_for_is_the_name(make):
    assert make("dupon").fields.text("nom") == "dupon"


def test_that_three_answers_create_and_include(qtbot, desk, make):
    form = make()
    form.fields.set_typed(ZOE)
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    patient = saved.args[0]
    assert (patient.nom, patient.naissance) == ("Récit", date(1992, 5, 14))
    (ligne,) = known(desk)
    assert ligne.id == patient.id
    with desk.office.store.read() as work:
        (episode,) = work.inclusions.of(patient.id)
    assert (episode.programme, episode.debut, episode.orienteur) == ("COVID_SM", TODAY, "NR")


def test_that_not_including_asks_for_no_date(qtbot, desk, make):
    form = make()
    form.fields.set_typed({**ZOE, "programme": "", "debut": "n’importe quoi"})
    assert form.saisie().debut is None
    form.fields.set_typed({"debut": "01/11/2026"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    with desk.office.store.read() as work:
        assert work.inclusions.of(saved.args[0].id) == []


def test_that_a_duplicate_is_told_but_never_blocks(qtbot, desk, make, sophie):
    form = make()
    form.fields.set_typed({"nom": "Legende", "prenom": "Sophie", "naissance": "14/05/1992"})
    qtbot.waitUntil(lambda: form.duplicates.found() != ())
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    assert len(known(desk)) == 2


def test_that_a_minor_is_refused_at_the_programme_and_stays_on_screen(desk, make):
    form = make()
    form.fields.set_typed({**ZOE, "naissance": "01/01/2012"})
    form.save_button.click()
    desk.settle()
    assert "18 ans" in form.fields.field("programme").error_text
    assert form.fields.text("nom") == "Récit"
    assert known(desk) == ()


def test_that_a_registration_survives_a_crash(desk, make):
    form = make()
    form.fields.set_typed({**ZOE, "naissance": "14/05"})
    form.keep()
    desk.settle()
    again = make()
    assert again.fields.text("nom") == "Récit"
    assert again.fields.text("naissance") == "14/05"
    assert drafts.mine(desk.office)[0].cible == drafts.NEW


def test_that_every_fault_is_told_at_once(desk, make):
    form = make()
    form.fields.set_typed({"naissance": "31/02/1990", "debut": "01/12/2026", "demande": "xx"})
    form.save_button.click()
    for name in ("nom", "prenom", "naissance", "debut", "demande"):
        assert form.fields.field(name).error_text
    assert len(form.summary.links()) == 5


def test_that_an_alias_is_registered_outside_any_forfait(qtbot, desk, make):
    form = make()
    form.fields.set_typed({"anonyme": "oui", "nom": "Mistral", "annee": "1990"})
    assert form.fields.text("programme") == "MSMA_HORS_FORFAIT"
    assert "forfait" in form.fields.field("programme").hint_text
    assert not form.birth.isVisible()
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    patient = saved.args[0]
    assert (patient.anonyme, patient.nom_affiche) == (True, "MISTRAL")
    assert patient.naissance == date(1990, 1, 1)


def test_that_giving_up_anonymity_offers_the_usual_programme_again(make):
    form = make()
    form.fields.set_typed({"anonyme": "oui"})
    form.fields.set_typed({"anonyme": ""})
    assert form.fields.text("programme") == "COVID_SM"
    assert form.fields.field("programme").hint_text == ""


def test_that_the_reception_registers_without_including(qtbot, team, theme, show):
    desk = make_desk(team, theme, Role.SECRETARIAT)
    form = show(Creation(desk.context), 900, 800)
    desk.settle()
    assert not form.inclusion.isVisible()
    assert not form.identity.information.isVisible()
    form.fields.set_typed(ZOE)
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    with desk.office.store.read() as work:
        assert work.inclusions.of(saved.args[0].id) == []


def test_that_somebody_told_apart_is_a_namesake(qtbot, desk, make, sophie):
    form = make()
    form.fields.set_typed({"nom": "Legende", "prenom": "Sophie", "naissance": "14/05/1992"})
    qtbot.waitUntil(lambda: form.duplicates.found() != ())
    answers = form.duplicates.findChildren(Button)
    next(b for b in answers if b.text() == "Ce n’est pas la même personne").click()
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    for patient_id in (sophie.id, saved.args[0].id):
        known = patients.identity(desk.office, patient_id).patient
        assert known.identite.attributs == (Attribut.HOMONYME,)
