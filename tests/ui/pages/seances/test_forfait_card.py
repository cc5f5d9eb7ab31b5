"""The forfait is shown as it will be once the session is recorded."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur, Forfait
from microstructure_desktop.ui.pages.seances.forfait_card import ForfaitCard


def forfait(done):
    counters = (Compteur(Role.PSYCHOLOGUE, 6, done),)
    return Forfait("COVID_SM", date(2026, 3, 3), date(2027, 3, 2), 82900, counters)


@pytest.fixture
def card(show, theme):
    return show(ForfaitCard(Role.PSYCHOLOGUE), 300, 200)


def test_that_a_session_that_counts_is_added(card):
    card.show_forfait(forfait(4), counts=True)
    assert card.figures.text() == "5 / 6"
    assert card.pips.accessibleName() == "5 sur 6"
    assert card.caption.text() == "Il restera 1\xa0consultation jusqu’au 02/03/2027"


def test_that_a_session_that_does_not_count_says_so(card):
    card.show_forfait(forfait(4), counts=False)
    assert card.figures.text() == "4 / 6"
    assert card.caption.text().startswith("Cette séance ne compte pas. Il restera 2")


def test_that_no_forfait_is_said_rather_than_hidden(card):
    card.show_forfait(None, counts=False)
    assert card.isVisible()
    assert not card.pips.isVisible()
    assert "Aucun forfait" in card.caption.text()


def test_that_a_profession_outside_the_forfait_sees_no_card(show, theme):
    card = show(ForfaitCard(Role.PSYCHIATRE), 300, 200)
    card.show_forfait(forfait(4), counts=False)
    assert not card.isVisible()
