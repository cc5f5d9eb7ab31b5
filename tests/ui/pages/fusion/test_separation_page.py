"""One record is made two again."""

from datetime import timedelta

import pytest

from microstructure_desktop.services import patients
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fusion.separation_page import SeparationPage
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.cabinet import TODAY
from tests.services.merges import joined, recorded
from tests.ui import a11y


@pytest.fixture
def page(desk, opened, two):
    def made():
        return opened(SeparationPage(desk.context), Route("separation", patient_id=two[0].id))

    return made


def test_that_what_goes_back_and_what_stays_are_said(desk, page, two, team):
    garde, absorbe = two
    recorded(team, absorbe, "questions")
    joined(team, *two)
    recorded(team, garde, "fiches")
    shown = page()
    assert a11y.problems(shown) == []
    assert shown.given_back.text() == f"1{NBSP}élément retourne dans le dossier n°{NBSP}0002."
    assert shown.stays.text().startswith(f"1{NBSP}élément ajouté depuis reste")
    assert not shown.identity.isVisible()
    told = []
    desk.context.events.notice_requested.connect(told.append)
    shown.separate_button.click()
    desk.settle()
    assert desk.routes[-1] == Route("dossier", patient_id=absorbe.id)
    assert patients.identity(desk.office, absorbe.id).patient == absorbe
    told[0].on_action()
    assert desk.routes[-1] == Route("fusion", garde=garde.id, absorbe=absorbe.id)


def test_that_an_empty_record_says_so(desk, page, two, team):
    joined(team, *two)
    shown = page()
    assert shown.given_back.text().startswith("Rien n’avait changé de dossier")
    assert shown.stays.text() == "Rien n’a été ajouté depuis."


def test_that_an_identity_edited_since_is_asked_about(desk, page, two, team):
    garde, _ = two
    joined(team, *two)
    saisie = patients.PatientSaisie("Récit", "Sophie", garde.naissance, garde.sexe)
    patients.edit(team.medecin, garde.id, saisie, None)
    shown = page()
    assert shown.identity.isVisible()
    shown.separate_button.click()
    assert "modifiée depuis" in shown.problem.title()
    shown.identity_choice.part("maintenant").click()
    shown.separate_button.click()
    desk.settle()
    assert patients.identity(desk.office, garde.id).patient.nom == "Récit"


def test_that_after_thirty_days_the_page_says_what_can_be_done(desk, page, two, team):
    joined(team, *two)
    team.clock.set(TODAY + timedelta(days=31), team.clock().time())
    shown = page()
    assert shown.nothing.isVisible()
    assert "30 jours" in shown.nothing.findChildren(Paragraph)[0].text()
    assert not shown.separate_button.isVisible()


def test_that_what_was_cancelled_since_is_told(desk, page, two, team):
    question = recorded(team, two[1], "questions")
    joined(team, *two)
    office = desk.office
    with office.store.begin(office.membre.id, office.now()) as work:
        work.questions.void(question.id, "Saisie en double")
    told = []
    desk.context.events.notice_requested.connect(told.append)
    page().separate_button.click()
    desk.settle()
    assert f"1{NBSP}élément annulé depuis le reste" in told[0].text
