"""A psychologist at the keyboard on a Thursday afternoon."""

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
