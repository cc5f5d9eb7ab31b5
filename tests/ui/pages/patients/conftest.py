"""A psychologist at the keyboard, somebody followed since March, and pages on screen."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def followed(team, sophie):
    """Four sessions with the psychologist, one with the social worker."""
    for jour in ((3, 10), (5, 12), (9, 8), (11, 12)):
        team.seance(sophie.id, date(2026, *jour), note_partagee=f"Note du {jour[1]}")
    team.seance(sophie.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL)
    return sophie


@pytest.fixture
def opened(show, desk):
    """Show a page, open a route on it and wait for what it reads."""

    def opener(page, route, width=900, height=820):
        desk.context.navigator.go(route)
        page.open(route)
        show(page, width, height)
        desk.settle()
        return page

    return opener
