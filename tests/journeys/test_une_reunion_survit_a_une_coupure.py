"""The power goes in the middle of a decision; the meeting is found again where it was left."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from microstructure_desktop.domain.synthese import Motif, Situation, TypeDecision
from microstructure_desktop.services import syntheses, unlock
from tests.cabinet import PASSPHRASE, TODAY

from .killed_meeting import PAUSED_AT, SOCIAL, TEXT

ROOT = Path(__file__).parents[2]


@pytest.fixture
def meeting(team):
    """Under way about one person, whose last note was shared by her psychologist."""
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 17), note_partagee="Trois semaines sans alcool.")
    prepared = syntheses.prepare(team.medecin)
    situation = Situation(sophie.id, Motif.AJOUT, minutes_prevues=12)
    synthese = replace(prepared.synthese, situations=(situation,), visio=True)
    return syntheses.begin(team.medecin, synthese, prepared.based_on).synthese


@pytest.fixture
def reopened(team, meeting):
    """The psychologist's office after the process that had it was killed."""
    mine = team.psychologue
    unlock.close(team.medecin)
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "tests.journeys.killed_meeting"),
            *(str(team.home.root), mine.membre.id, meeting.id),
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


def test_that_the_decision_its_day_and_the_pause_are_found_again(reopened, meeting):
    found = syntheses.open_synthese(reopened, meeting.id)
    assert found.brouillon
    (situation,) = found.synthese.situations
    (decision,) = situation.decisions
    assert (decision.texte, decision.type, decision.echeance_jour) == (
        TEXT,
        TypeDecision.AVIS_PSYCHIATRE,
        date(2026, 12, 3),
    )
    assert situation.social == SOCIAL
    assert situation.psychologique == "Trois semaines sans alcool."
    assert len(situation.sources) == 1
    assert (situation.minutes_prevues, found.synthese.visio) == (12, True)
    paused = datetime.combine(TODAY, PAUSED_AT).astimezone(UTC)
    assert found.synthese.pause_depuis == paused


def test_that_what_was_not_saved_is_nobody_else_s(reopened, meeting):
    with reopened.store.read() as work:
        assert work.syntheses.get(meeting.id) == meeting
    assert time(14, 5) == meeting.debut
