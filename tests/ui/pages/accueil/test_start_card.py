"""The start is recalled as long as a step is left."""

from dataclasses import replace

import pytest

from microstructure_desktop.services import demarrage
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.start_card import StartCard
from tests.ui import a11y


@pytest.fixture
def card(theme, show):
    return show(StartCard(), 320, 180)


def test_that_the_next_step_is_told_and_one_click_away(qtbot, card, team):
    card.show_start(demarrage.demarrage(team.medecin))
    assert a11y.problems(card) == []
    assert card.count.text() == "2 sur 12"
    assert card.next.text() == "À faire\u00a0: Prendre contact avec l’animateur régional"
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.button.click()
    assert chosen.args == [Route("demarrage")]


def test_that_a_cabinet_that_has_begun_is_not_told(card, team):
    lu = demarrage.demarrage(team.medecin)
    card.show_start(replace(lu, lignes=tuple(replace(x, faite=True) for x in lu.lignes)))
    assert card.isHidden()
