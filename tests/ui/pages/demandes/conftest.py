"""A desk of the doctor, and one person of whom everything is kept, who asks for it."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.demandes.page import DemandesPage
from tests.services.whole import everything
from tests.ui.desk import make_desk


@pytest.fixture
def scene(team):
    return everything(team)


@pytest.fixture
def opened(team, theme, show):
    made = []

    def opener(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        desk.notices = []
        desk.context.events.notice_requested.connect(desk.notices.append)
        made.append(desk)
        page = show(DemandesPage(desk.context), 1180, 760)
        page.open(Route("demande", **params))
        desk.settle()
        return desk, page

    yield opener
    for desk in made:
        desk.settle()
