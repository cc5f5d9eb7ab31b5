"""Each goal of the plan, and the button that moves it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services.plan_de_soins import Plans, plans
from microstructure_desktop.ui.pages.patients.plan_goals_card import PlanGoalsCard
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.cabinet import TODAY
from tests.services.plans import moved, planned_care
from tests.ui import a11y


@pytest.fixture
def card(show):
    return show(PlanGoalsCard(), 600, 500)


def read(team, patient):
    return plans(team.psychologue, patient.id)


def test_that_goals_are_told_whole(card, team, sophie):
    planned_care(team, sophie)
    card.show_plans(read(team, sophie), TODAY)
    said = [p.text() for p in card.findChildren(Paragraph)]
    assert said == [
        "Dormir toute la nuit",
        "Carnet de sommeil",
        "Un logement à soi",
        "Sa sœur",
        "La personne est d’accord · À revoir ensemble le mardi 8\u00a0décembre\u00a02026",
    ]
    assert [tag.text() for tag in card.findChildren(Tag)] == ["En retard"]
    assert [b.text() for b in card.states] == ["En cours", "À commencer"]
    assert card.states[1].accessibleName() == "Un logement à soi, À commencer. Changer"
    assert a11y.problems(card) == []


def test_that_a_button_asks_for_its_own_goal(qtbot, card, team, sophie):
    planned_care(team, sophie)
    found = read(team, sophie)
    card.show_plans(found, TODAY)
    with qtbot.waitSignal(card.state_asked) as asked:
        card.states[1].click()
    assert asked.args == [card.states[1], found.actuel.objectifs[1]]


def test_that_the_keyboard_stays_on_the_goal_that_moved(card, team, sophie):
    fiche = planned_care(team, sophie)
    card.show_plans(read(team, sophie), TODAY)
    QApplication.processEvents()
    card.states[1].setFocus()
    moved(team, fiche, 2, "EN_COURS")
    card.show_plans(read(team, sophie), TODAY)
    assert card.states[1].hasFocus()
    assert card.states[1].text() == "En cours"


def test_that_who_only_reads_has_no_button(card, team, sophie):
    planned_care(team, sophie)
    found = read(team, sophie)
    reading = replace(found.actuel, etats=())
    card.show_plans(Plans((reading,), ()), TODAY)
    assert card.states == ()
    assert not card.revise_button.isVisible()
    assert not card.new_button.isVisible()
    assert card.print_button.isVisible()


def test_that_the_first_plan_is_begun_from_here(qtbot, card, team, sophie):
    card.show_plans(read(team, sophie), TODAY)
    empty = card.findChild(EmptyState)
    assert not card.print_button.isVisible()
    with qtbot.waitSignal(card.begin_clicked):
        empty.action_button.click()
