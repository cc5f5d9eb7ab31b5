"""The psychiatrist at the keyboard, and a month of hers counted in tests/services."""

import pytest

from microstructure_desktop.domain.equipe import Role
from tests.services.permanences_psy import a_month
from tests.ui.desk import make_desk


@pytest.fixture
def people(team):
    sophie, jean = team.patient(), team.patient("Autre", "Jean")
    a_month(team, sophie, jean)
    return sophie, jean


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHIATRE)
    yield made
    made.settle()
