"""The ways to the directory and to the start, for those who may go."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reglages.around_card import AroundCard
from tests.ui import a11y


@pytest.mark.parametrize("role", list(Role))
def test_that_each_place_is_one_click_away(qtbot, theme, show, role):
    card = show(AroundCard(role), 320, 160)
    assert a11y.problems(card) == []
    places = []
    card.route_chosen.connect(places.append)
    for button in card.buttons:
        button.click()
    counts = [Route("programmes")] if allowed(role, Permission.FORFAITS) else []
    shares = [Route("echanges")] if allowed(role, Permission.PARTAGE) else []
    archive = [Route("conservation")] if allowed(role, Permission.CONSERVATION) else []
    asked = [Route("demande")] if allowed(role, Permission.DEMANDES) else []
    always = [Route("demarrage"), *archive, *asked, Route("dossier_legal"), Route("a_propos")]
    assert places == [Route("sauvegardes"), Route("annuaire"), *counts, *shares, *always]
