"""A month of the psychiatrist on screen: hours, people, questions, and the months around."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.psychiatre.page import PermanencePage
from microstructure_desktop.ui.texts import NBSP
from tests.services.cases import oppose
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def opened(show, team, theme):
    desks = []

    def opener(role=Role.PSYCHIATRE, **params):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(PermanencePage(desk.context), 1200, 900)
        page.desk = desk
        page.open(Route("permanence_psychiatre", **params))
        desk.settle()
        return page

    yield opener
    for desk in desks:
        desk.settle()


def test_that_the_month_is_there(opened, people):
    page = opened()
    assert page.header.subtitle.text() == f"Novembre{NBSP}2026 · Dr Gabarit"
    assert page.time.held.text() == f"1{NBSP}h{NBSP}50 sur 2{NBSP}h"
    assert [len(card.lines()) for card in (page.people, page.questions)] == [5, 1]
    assert [len(card.lines()) for card in (page.treatments, page.certificates)] == [2, 1]
    assert len(page.wanted_list.lines()) == 1
    assert page.first_focus() is page.plan_button
    assert a11y.problems(page) == []


def test_that_what_a_meeting_asked_is_done_here(opened, people):
    page = opened()
    page.wanted_list.lines()[0].done_button.click()
    page.desk.settle()
    assert not page.wanted.isVisible()
    page.desk.context.undo.undo()
    page.desk.settle()
    assert page.wanted.isVisible()


def test_that_months_are_turned(opened, people):
    page = opened()
    page.before_button.click()
    page.desk.settle()
    assert page.header.subtitle.text().startswith("Octobre")
    assert page.people.lines() == []
    page.after_button.click()
    page.desk.settle()
    assert page.header.subtitle.text().startswith("Novembre")
    assert opened(mois="2026-09").header.subtitle.text().startswith("Septembre")


def test_that_a_line_leads_to_the_record_and_to_a_letter(opened, people):
    sophie, _ = people
    page = opened()
    page.certificates.lines()[0].name_button.click()
    page.certificates.lines()[0].letter_button.click()
    assert page.desk.routes == [
        Route("dossier", patient_id=sophie.id),
        Route("dossier", patient_id=sophie.id, formulaire="lettre"),
    ]
    page.presences.hours_button.click()
    assert page.desk.routes[-1] == Route("horaires")


def test_that_the_psychiatrist_plans_and_the_others_read(opened, team, people):
    other = opened(Role.PSYCHOLOGUE)
    assert not other.plan_button.isVisible()
    assert other.first_focus() is other.before_button
    page = opened()
    page.plan_button.click()
    page.desk.settle()
    dialog = page.findChild(AppointmentDialog)
    assert dialog.form.saisi().membre == team[Role.PSYCHIATRE].membre.id
    dialog.reject()


def test_that_names_are_hidden_at_once_and_who_objects_is_counted(opened, team, people):
    sophie, _ = people
    page = opened(Role.MEDECIN)
    page.desk.context.discretion.switch(on=True)
    names = [x.name_button.text() for x in (*page.people.lines(), *page.questions.lines())]
    names += [x.name_button.text() for x in page.wanted_list.lines()]
    assert not any("LÉGENDE" in name or "AUTRE" in name for name in names)
    oppose(team, sophie)
    page.open(Route("permanence_psychiatre"))
    page.desk.settle()
    assert page.people.note.text().startswith(f"1{NBSP}personne n’est pas montrée")


def test_that_a_failure_is_said(opened, people):
    page = opened()
    page._on_failed(AccessDenied())
    assert page.banner.title() == "Votre rôle ne permet pas cette action."
