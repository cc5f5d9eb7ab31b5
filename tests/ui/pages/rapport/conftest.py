"""A psychologist at the keyboard; the report of a year with one person in it."""

from collections.abc import Iterator
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services import rapport_ouvert
from tests.ui.desk import Desk, make_desk

YEAR = 2026


@pytest.fixture
def desk(team, theme) -> Iterator[Desk]:
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def sophie(team) -> Patient:
    """Included in March, seen in June; nobody filled in her entry fiches."""
    known = team.patient()
    team.seance(known.id, date(2026, 6, 9))
    return known


@pytest.fixture
def opened(desk, sophie):
    """The report of a year as the page reads it."""

    def read(annee=YEAR):
        return rapport_ouvert.ouvrir(desk.office, annee)

    return read
