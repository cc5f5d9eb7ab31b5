"""The trash is one click away from the settings."""

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reglages.corbeille_card import CorbeilleCard


def test_that_the_card_leads_to_the_page(show, qtbot):
    card = show(CorbeilleCard(), 300)
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.button.click()
    assert chosen.args == [Route("corbeille")]
