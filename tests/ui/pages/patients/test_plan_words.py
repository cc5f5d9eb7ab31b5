"""Goals, decisions and versions in words."""

from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.services.plan_de_soins import Objectif, VersionPlan
from microstructure_desktop.ui.pages.patients.plan_words import (
    LATE,
    decision_caption,
    decision_tag,
    goal_caption,
    state_icon,
    version_caption,
    version_lines,
)
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_membre
from tests.ui.dialogs.actions_shown import shown


def action(suite=Suite.A_FAIRE, pour=None, **more):
    return shown("Bilan", suite=suite, pour=pour, **more)


def test_that_each_state_has_a_shape_of_its_own():
    codes = ("A_FAIRE", "EN_COURS", "PARTIEL", "ATTEINT", "ABANDONNE")
    shapes = [state_icon(Objectif(1, "Dormir", etat=code))[0] for code in codes]
    assert len(set(shapes)) == 5
    assert state_icon(Objectif(1, "Dormir")) == state_icon(Objectif(1, "Dormir", etat="AUTRE"))


def test_that_a_goal_says_its_field_who_and_by_when():
    goal = Objectif(1, "Dormir", "Psychologique", "", "C. Modèle", date(2026, 12, 1))
    assert goal_caption(goal) == "Psychologique · C. Modèle · pour le 01/12/2026"
    assert goal_caption(Objectif(1, "Dormir")) == ""


@pytest.mark.parametrize(
    ("made", "tag"),
    [
        (action(pour=date(2026, 11, 18)), LATE),
        (action(pour=TODAY), ("À faire", "info")),
        (action(), ("À faire", "info")),
        (action(Suite.FAITE, date(2026, 11, 18)), ("Faite", "ok")),
        (action(Suite.ABANDONNEE), ("Abandonnée", "mute")),
    ],
)
def test_that_a_decision_says_where_it_stands(made, tag):
    assert decision_tag(made, TODAY) == tag


def test_that_a_decision_says_who_when_and_since():
    told = decision_caption(action(qui=a_membre(), echeance=" avant le 04/12 "))
    assert told == "Dr Lemoine · avant le 04/12 · réunion du 24/09/2026"
    assert decision_caption(action()) == "réunion du 24/09/2026"
    over = action(Suite.FAITE, fini_le=date(2026, 10, 5), par=a_membre())
    assert decision_caption(over) == "réunion du 24/09/2026 · faite le 05/10/2026 par Dr Lemoine"


def test_that_a_version_says_who_when_and_what_moved():
    goals = (Objectif(1, "Dormir", etat_mots="Atteint"), Objectif(2, "Marcher"))
    made = VersionPlan(datetime(2026, 11, 18, 9, tzinfo=UTC), a_membre(), goals)
    assert version_caption(made, 2, TODAY) == f"Version{NBSP}2 · hier · Dr Lemoine"
    assert version_lines(made) == f"Dormir{NBSP}: atteint\nMarcher"
