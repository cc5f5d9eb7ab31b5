"""Permanences and absences are added, ended, and taken back by one key."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.agenda.times_page import TimesPage
from tests.services.cases import planned
from tests.ui import a11y
from tests.ui.flashes import Flashes


@pytest.fixture
def opened(show, desks):
    def opener(role=Role.PSYCHOLOGUE):
        desk = desks(role)
        page = show(TimesPage(desk.context), 1100, 800)
        page.desk = desk
        page.open(Route("horaires"))
        desk.settle()
        return page

    return opener


def hold(page, day="26/11"):
    form = page.permanence_form
    for field, text in ((form.day, day), (form.start, "14"), (form.end, "17")):
        field.setText(text)
    form.save_button.click()
    page.desk.settle()


def lines(page):
    return [len(card.buttons) for card in page.cards]


def test_that_one_adds_one_s_own_presence(opened):
    page = opened()
    assert a11y.problems(page) == []
    assert page.first_focus() is page.permanence_form.day
    hold(page)
    assert lines(page) == [0, 1, 0, 0]
    assert page.permanence_form.day.text() == ""
    assert page.desk.told[-1].text == "Permanence ajoutée"
    page.desk.told[-1].on_action()
    page.desk.settle()
    assert lines(page) == [0, 0, 0, 0]


def test_that_a_presence_ends(opened):
    page = opened()
    hold(page)
    page.cards[1].buttons[0].click()
    page.desk.settle()
    assert lines(page) == [0, 0, 0, 0]
    assert page.desk.told[-1].text == "Permanence terminée"


def test_that_an_absence_says_who_is_awaited_meanwhile(opened, team):
    planned(team, team.patient(), date(2026, 12, 22))
    page = opened()
    page.absence_form.first.set_value(date(2026, 12, 21))
    page.absence_form.last.set_value(date(2026, 12, 31))
    page.absence_form.save_button.click()
    page.desk.settle()
    assert page.desk.told[-1].text == "Absence notée · 1\xa0rendez-vous à déplacer"
    page.cards[1].buttons[0].click()
    page.desk.settle()
    assert page.desk.told[-1].text == "Absence retirée"
    assert lines(page) == [0, 0, 0, 0]


def test_that_the_reception_writes_for_everybody_and_others_for_themselves(opened):
    page = opened(Role.SECRETARIAT)
    assert page.permanence_form.member.count() == 4
    own = opened(Role.PSYCHIATRE)
    assert own.permanence_form.member.count() == 1
    assert [card._may_write for card in own.cards] == [False, False, False, True]


def test_that_back_leads_to_the_agenda(opened):
    page = opened()
    page.context.navigator.go(Route("agenda"))
    page.context.navigator.go(Route("horaires"))
    page.header.back_button.click()
    assert page.desk.routes[-1] == Route("agenda")


def test_that_a_refusal_is_said(opened):
    page = opened()
    page._on_failed(AccessDenied())
    assert page.banner.title() == AccessDenied.sentence


def test_that_no_part_stands_up_as_a_window(opened):
    page = opened()
    hold(page)
    with Flashes() as flashes:
        page.open(Route("horaires"))
        page.desk.settle()
    assert flashes.found == []


def test_that_carers_reach_the_psychiatrist_s_month(opened):
    page = opened()
    page.psychiatrist_button.click()
    assert page.desk.routes[-1] == Route("permanence_psychiatre")
    assert not opened(Role.SECRETARIAT).psychiatrist_button.isVisible()
