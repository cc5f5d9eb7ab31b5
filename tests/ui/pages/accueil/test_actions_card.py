"""What the meetings asked of the person at the keyboard."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.actions_decidees import mes_actions
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.actions_card import ActionsCard
from tests.services.decided import a_decision, decided, network_met
from tests.ui import a11y


@pytest.fixture
def card(show, desk):
    made = show(ActionsCard(desk.context, QWidget()), 320, 500)
    made.hide()
    return made


def test_that_nothing_asked_is_not_shown(card, desk):
    card.reload()
    desk.settle()
    assert not card.isVisible()


def test_that_ones_own_and_the_team_s_are_apart(card, desk, team, sophie):
    me = team.psychologue.membre.id
    late = a_decision("Appeler le CMP", "1", qui=me, echeance="15/10")
    decided(team, sophie, late, a_decision("Colis", "2"), a_decision("Écrire", "3", qui=me))
    card.show_actions(mes_actions(desk.office))
    assert card.isVisible()
    assert card._many.text() == "3"
    assert [x.decidee.action.decision.id for x in card.mine.lines()] == ["1", "3"]
    assert [x.decidee.action.decision.id for x in card.shared.lines()] == ["2"]
    assert card.shared_title.isVisible()
    assert a11y.problems(card) == []
    desk.context.discretion.switch(on=True)
    assert "LÉGENDE" not in card.mine.lines()[0].name_button.text()


def test_that_one_click_does_it(card, desk, team, sophie):
    decided(team, sophie, a_decision())
    card.show_actions(mes_actions(desk.office))
    assert not card.mine.isVisible()
    card.shared.lines()[0].done_button.click()
    card.reload()
    desk.settle()
    assert not card.isVisible()


def test_that_an_action_of_a_meeting_that_names_nobody_leads_to_it(card, desk, team, qtbot):
    made = network_met(team, a_decision("Afficher la liste", qui=team.psychologue.membre.id))
    card.show_actions(mes_actions(desk.office))
    (line,) = card.mine.lines()
    assert line.name_button.text() == "Réunion de crise"
    desk.context.discretion.switch(on=True)
    assert line.name_button.text() == "Réunion de crise"
    with qtbot.waitSignal(card.route_chosen) as chosen:
        line.name_button.click()
    assert chosen.args == [Route("reunion", reunion_id=made.id)]
