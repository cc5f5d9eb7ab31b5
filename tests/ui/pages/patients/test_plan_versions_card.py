"""How the plan moved, and the plans before it."""

from datetime import date

import pytest

from microstructure_desktop.services.plan_de_soins import plans
from microstructure_desktop.ui.pages.patients.plan_versions_card import PlanVersionsCard
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.cabinet import TODAY
from tests.services.plans import moved, planned_care
from tests.ui import a11y


@pytest.fixture
def card(show):
    return show(PlanVersionsCard(), 300, 400)


def captions(card):
    return [x.text() for x in card.findChildren(Label)][1:]


def test_that_nothing_is_shown_without_a_plan(card, team, sophie):
    card.show_plans(plans(team.psychologue, sophie.id), TODAY)
    assert not card.isVisible()


def test_that_one_version_has_nothing_to_compare(card, team, sophie):
    planned_care(team, sophie)
    card.show_plans(plans(team.psychologue, sophie.id), TODAY)
    assert captions(card) == [f"Version{NBSP}1 · 8{NBSP}sept. · C. Modèle"]
    assert not card.history_button.isVisible()


def test_that_versions_say_what_moved_and_are_compared(qtbot, card, team, sophie):
    fiche = planned_care(team, sophie)
    moved(team, fiche, 1, "ATTEINT")
    card.show_plans(plans(team.psychologue, sophie.id), TODAY)
    assert captions(card)[0] == f"Version{NBSP}2 · aujourd’hui · C. Modèle"
    told = [p.text() for p in card.findChildren(Paragraph)]
    assert told == [f"Dormir toute la nuit{NBSP}: atteint"]
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.history_asked) as asked:
        card.history_button.click()
    assert asked.args == [fiche.id]


def test_that_only_the_last_versions_are_listed(card, team, sophie):
    fiche = planned_care(team, sophie)
    for etat in ("ATTEINT", "EN_COURS", "PARTIEL") * 2 + ("ATTEINT",):
        moved(team, fiche, 1, etat)
    card.show_plans(plans(team.psychologue, sophie.id), TODAY)
    assert len(captions(card)) == 7
    assert captions(card)[-1] == f"2{NBSP}versions plus anciennes"


def test_that_a_plan_of_before_is_read(qtbot, card, team, sophie):
    old = planned_care(team, sophie, date(2026, 3, 10))
    planned_care(team, sophie)
    card.show_plans(plans(team.psychologue, sophie.id), TODAY)
    button = next(b for b in card.findChildren(Button) if b.text() == "Plan du 10/03/2026")
    with qtbot.waitSignal(card.plan_chosen) as chosen:
        button.click()
    assert chosen.args[0].fiche.id == old.id
