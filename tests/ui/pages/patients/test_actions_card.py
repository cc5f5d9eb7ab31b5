"""What is still to do for somebody, whoever does it."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.actions_card import ActionsCard
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.dialogs.actions_shown import SOPHIE, shown


@pytest.fixture
def card(show, desk):
    return show(ActionsCard(desk.context, QWidget()), 320, 400)


def test_that_what_is_over_is_not_there(card):
    card.show_actions([shown("Faite", suite=Suite.FAITE)], SOPHIE.id, TODAY)
    assert not card.isVisible()


def test_that_what_is_late_comes_first_whoever_does_it(qtbot, card):
    every = (shown("Plus tard", pour=date(2026, 12, 4)), shown("Tard", pour=date(2026, 10, 1)))
    card.show_actions((shown("Un jour", mienne=False), *every), SOPHIE.id, TODAY)
    texts = [x.decidee.action.decision.texte for x in card.list.lines()]
    assert texts == ["Tard", "Plus tard", "Un jour"]
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.history_button.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id, onglet="plan")]
