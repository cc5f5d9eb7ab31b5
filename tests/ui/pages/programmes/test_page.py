"""Every programme is there, the one that nobody may enter last."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.programmes.page import ProgrammesPage
from tests.ui import a11y
from tests.ui.desk import make_desk


def test_that_every_programme_has_its_card(team, theme, show):
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)
    page = show(ProgrammesPage(desk.context), 1000, 800)
    page.open(Route("programmes"))
    titles = [card.title.text() for card in page.cards]
    assert titles[-1] == "Parcours coordonné renforcé"
    assert len(titles) == 4
    assert page.first_focus() is page.header.back_button
    assert a11y.problems(page) == []
