"""Two records become one, chosen part by part."""

from datetime import date

import pytest

from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.services.fusion_choix import Champ, Cote
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fusion.page import FusionPage
from microstructure_desktop.ui.texts import NBSP
from tests.services.merges import recorded
from tests.ui import a11y

from .conftest import OUTSIDE


@pytest.fixture
def page(desk, opened):
    def made(garde, absorbe=None):
        other = {} if absorbe is None else {"absorbe": absorbe.id}
        return opened(FusionPage(desk.context), Route("fusion", garde=garde.id, **other))

    return made


def test_that_two_records_are_joined_as_chosen(qtbot, desk, page, two, team):
    garde, absorbe = two
    recorded(team, absorbe, "questions")
    shown = page(garde, absorbe)
    assert a11y.problems(shown) == []
    assert f"1{NBSP}question" in shown.moved.text()
    assert not shown.care.isVisible()
    assert not shown.certain.isVisible()
    shown.choices.choose(Champ.NOM, Cote.ABSORBE)
    told = []
    desk.context.events.notice_requested.connect(told.append)
    shown.join_button.click()
    desk.settle()
    lu = dossiers.dossier(desk.office, garde.id)
    assert (lu.patient.nom, lu.patient.telephone) == ("Legende", "06 00")
    assert desk.routes[-1] == Route("dossier", patient_id=garde.id)
    told[0].on_action()
    assert desk.routes[-1] == Route("separation", patient_id=garde.id)


def test_that_the_other_record_is_found_by_its_name(qtbot, desk, page, two, team):
    garde, absorbe = two
    shown = page(garde)
    assert a11y.problems(shown) == []
    assert not shown.join_button.isVisible()
    shown.finder.search.setText(absorbe.dossier)
    qtbot.waitUntil(lambda: len(shown.finder.model.rows()) == 1)
    qtbot.keyClick(shown.finder.search, "\r")
    qtbot.waitUntil(shown.join_button.isVisible)
    assert shown.keep_choice.value() == garde.id


def test_that_a_record_is_not_joined_to_itself(qtbot, desk, page, two):
    shown = page(two[0])
    shown.finder.set_person(two[0].id, two[0])
    shown.finder.chosen.emit()
    desk.settle()
    assert "n’en sont qu’un" in shown.problem.title()
    assert not shown.join_button.isVisible()


def test_that_the_other_record_may_be_the_one_that_stays(desk, page, two):
    garde, absorbe = two
    shown = page(garde, absorbe)
    shown.keep_choice.part(absorbe.id).click()
    desk.settle()
    assert shown.keep_choice.value() == absorbe.id
    shown.join_button.click()
    desk.settle()
    assert desk.routes[-1] == Route("dossier", patient_id=absorbe.id)


def test_that_another_birth_is_confirmed_first(desk, page, two, team):
    other = team.patient(naissance=date(1980, 1, 1), sexe=Sexe.H, **OUTSIDE)
    shown = page(two[0], other)
    assert shown.care.isVisible()
    assert a11y.problems(shown) == []
    shown.join_button.click()
    desk.settle()
    assert "vraiment la même personne" in shown.problem.title()
    assert shown.join_button.isEnabled()
    shown.certain.click()
    shown.join_button.click()
    desk.settle()
    assert len(patients.list_patients(desk.office).lignes) == 2


def test_that_the_follow_up_that_goes_on_is_chosen(desk, page, two, team):
    other = team.patient(debut=date(2026, 6, 1))
    shown = page(two[0], other)
    shown.join_button.click()
    desk.settle()
    assert "suivi en cours" in shown.problem.title()
    with desk.office.store.read() as work:
        (theirs,) = work.inclusions.of(other.id)
    shown.follow_choice.part(theirs.id).click()
    shown.join_button.click()
    desk.settle()
    with desk.office.store.read() as work:
        assert [i.id for i in work.inclusions.of(two[0].id)] == [theirs.id]


def test_that_no_name_is_shown_while_names_are_hidden(desk, page, two):
    desk.context.discretion.switch(on=True)
    shown = page(*two)
    texts = [shown.keep_choice.part(p.id).text() for p in two]
    assert not any("gende" in text.lower() for text in texts)
    desk.context.discretion.switch(on=False)
    assert "LÉGENDE" in shown.keep_choice.part(two[0].id).text()
