"""The goals beside the story."""

import pytest

from microstructure_desktop.services.plan_de_soins import Plans, plans
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.plan_card import PlanCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.services.plans import GOALS, planned_care
from tests.ui import a11y


@pytest.fixture
def shown(show, team, sophie):
    def shower():
        card = show(PlanCard(), 300, 320)
        card.show_plans(plans(team.psychologue, sophie.id), sophie.id)
        return card

    return shower


def words(card):
    return [x.text() for kind in (Paragraph, Label) for x in card.findChildren(kind)]


def test_that_each_goal_says_where_it_stands(qtbot, shown, team, sophie):
    planned_care(team, sophie)
    card = shown()
    assert words(card) == [
        "Dormir toute la nuit",
        "Un logement à soi",
        "Plan de soins",
        "En cours · pour le 10/11/2026",
        "À commencer",
        "À revoir ensemble le 08/12/2026",
    ]
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.open_button.click()
    assert chosen.args == [Route("dossier", patient_id=sophie.id, onglet="plan")]


def test_that_a_plan_is_begun_from_here(qtbot, shown, sophie):
    card = shown()
    assert "Aucun plan n’est encore écrit." in words(card)
    assert card.open_button.text() == "Commencer"
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.open_button.click()
    assert chosen.args == [Route("fiche", patient_id=sophie.id, form_id="pps")]


def test_that_who_may_not_write_one_is_not_asked_to(shown, sophie):
    card = shown()
    card.show_plans(Plans((), ()), sophie.id)
    assert not card.open_button.isVisible()


def test_that_a_plan_without_goals_says_so(shown, team, sophie):
    planned_care(team, sophie, **dict.fromkeys(k for k in GOALS if k.startswith("objectif")))
    assert "Ce plan n’a pas d’objectif." in words(shown())
