"""The card says how it stands with the sheet, to who manages the accounts only."""

from datetime import date

import pytest

from microstructure_desktop.services.secours import Etat
from microstructure_desktop.ui.pages.equipe.sheet_card import SheetCard


@pytest.fixture
def card(show):
    return show(SheetCard(), 700, 240)


def test_that_it_is_hidden_from_who_does_not_manage(card):
    card.show_state(None)
    assert not card.isVisible()


def test_that_it_says_what_is_left_or_when_it_was_proved(card):
    card.show_state(Etat(None, None, "Aucune feuille de secours n’est imprimée."))
    assert card.isVisible()
    assert card.state.text() == "Aucune feuille de secours n’est imprimée."
    card.show_state(Etat(date(2026, 11, 22), date(2026, 11, 23), ""))
    assert card.state.text() == "Faite le 22/11/2026, prouvée le 23/11/2026."
