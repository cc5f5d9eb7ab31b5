"""A psychologist before two records that may be one person's."""

import pytest

from microstructure_desktop.domain.equipe import Role
from tests.ui.desk import make_desk

OUTSIDE = {"programme": None, "debut": None}


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def two(team):
    """One followed, the other registered again with a telephone."""
    return team.patient(), team.patient("Legende", telephone="06 00", **OUTSIDE)


@pytest.fixture
def opened(show, desk):
    def opener(page, route, width=1100, height=820):
        desk.context.navigator.go(route)
        page.open(route)
        show(page, width, height)
        desk.settle()
        return page

    return opener
