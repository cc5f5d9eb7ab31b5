"""What meetings decided, what waits first."""

from datetime import date

import pytest

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.plan_actions_card import PlanActionsCard
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.dialogs.actions_shown import shown


def action(texte, suite=Suite.A_FAIRE, pour=None):
    return shown(texte, suite=suite, pour=pour)


@pytest.fixture
def card(show):
    return show(PlanActionsCard(), 500, 400)


def texts(card):
    return [p.text() for p in card.findChildren(Paragraph)][::2]


def test_that_nothing_decided_is_not_shown(card):
    card.show_actions((), TODAY)
    assert not card.isVisible()


def test_that_what_is_late_comes_first_then_what_waits(qtbot, card):
    card.show_actions(
        (action("Faite", Suite.FAITE), action("À faire"), action("En retard", pour=date.min)), TODAY
    )
    assert texts(card) == ["En retard", "À faire", "Faite"]
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.findChildren(IconButton)[1].click()
    assert chosen.args == [Route("synthese", synthese_id="À faire")]


def test_that_many_decisions_are_shown_on_demand(card):
    card.show_actions([action(f"Décision {n}") for n in range(10)], TODAY)
    assert len(texts(card)) == 8
    assert card.more_button.text() == f"Afficher 2{NBSP}autres décisions"
    card.more_button.click()
    assert len(texts(card)) == 10
    assert not card.more_button.isVisible()
