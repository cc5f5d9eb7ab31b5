"""The trash is one click away from the settings, for whoever may find something there."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reglages.corbeille_card import CorbeilleCard
from tests.ui.desk import make_desk


@pytest.mark.parametrize("role", [Role.MEDECIN, Role.SECRETARIAT])
def test_that_the_card_leads_to_the_page(team, theme, show, role):
    desk = make_desk(team, theme, role)
    card = show(CorbeilleCard(desk.context), 300)
    assert card.isVisible()
    card.button.click()
    assert desk.routes == [Route("corbeille")]
