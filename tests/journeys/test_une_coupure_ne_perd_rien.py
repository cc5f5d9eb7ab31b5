"""The power goes in the middle of a scale; the next morning everything typed is there."""

import pytest

from microstructure_desktop.services import fiches
from tests.journeys.power_cut import after_killing

from .killed import FORM, TYPED


@pytest.fixture
def patient(team):
    return team.patient()


@pytest.fixture
def reopened(team, patient):
    with after_killing("killed", team, patient.id) as office:
        yield office


def test_that_half_a_scale_is_found_again_where_it_was_left(reopened, patient):
    found = fiches.start(reopened, patient.id, FORM)
    assert found.brouillon
    assert found.answers["echelles_a_coter"] == ["PHQ9"]
    cotes = found.answers["echelle_phq9"]["cotes"]
    assert cotes == {str(n): figure for n, figure in enumerate(TYPED, start=1)}


def test_that_half_a_scale_is_never_a_fiche_of_the_record(reopened, patient):
    with reopened.store.read() as work:
        assert work.fiches.of(patient.id) == []
