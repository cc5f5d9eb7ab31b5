"""The reminder stays until a sheet is proved, and leads to it."""

from datetime import date

import pytest

from microstructure_desktop.services.secours import Etat
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.rescue_card import RescueCard


@pytest.fixture
def card(show):
    return show(RescueCard(), 320, 200)


def test_that_it_reminds_until_the_sheet_is_proved(card):
    card.show_state(Etat(None, None, "Aucune feuille de secours n’est imprimée."))
    assert card.isVisible()
    assert card.reminder.text() == "Aucune feuille de secours n’est imprimée."
    card.show_state(Etat(date(2026, 11, 22), date(2026, 11, 22), ""))
    assert not card.isVisible()


def test_that_it_leads_to_the_sheet(card):
    routes = []
    card.route_chosen.connect(routes.append)
    card.button.click()
    assert routes == [Route("equipe", feuille="oui")]
