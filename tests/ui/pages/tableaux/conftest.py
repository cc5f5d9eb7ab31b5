"""The page of the tables on a cabinet that met two people this year and one last year."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.tableaux.page import TableauxPage
from tests.services.rapport_scene import counted
from tests.ui.desk import make_desk


@pytest.fixture
def people(team):
    return counted(team)


@pytest.fixture
def opened(show, team, theme, people):
    desks = []

    def opener(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(TableauxPage(desk.context), 1200, 900)
        page.desk = desk
        page.open(Route("tableaux", **params))
        desk.settle()
        return page

    yield opener
    for desk in desks:
        desk.settle()
