"""The power goes in the middle of a scale; the next morning everything typed is there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from microstructure_desktop.services import fiches, unlock
from tests.cabinet import PASSPHRASE

from .killed import FORM, TYPED

ROOT = Path(__file__).parents[2]


@pytest.fixture
def patient(team):
    return team.patient()


@pytest.fixture
def reopened(team, patient):
    """The psychologist's office after the process that had it was killed."""
    mine = team.psychologue
    unlock.close(team.medecin)
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "tests.journeys.killed"),
            *(str(team.home.root), mine.membre.id, patient.id),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    office = unlock.open_cabinet(team.home, mine.membre.id, PASSPHRASE, cost=mine.cost)
    yield office
    unlock.close(office)


def test_that_half_a_scale_is_found_again_where_it_was_left(reopened, patient):
    found = fiches.start(reopened, patient.id, FORM)
    assert found.brouillon
    assert found.answers["echelles_a_coter"] == ["PHQ9"]
    cotes = found.answers["echelle_phq9"]["cotes"]
    assert cotes == {str(n): figure for n, figure in enumerate(TYPED, start=1)}


def test_that_half_a_scale_is_never_a_fiche_of_the_record(reopened, patient):
    with reopened.store.read() as work:
        assert work.fiches.of(patient.id) == []
