"""The power goes in the middle of a decision; the meeting is found again where it was left."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from microstructure_desktop.domain.synthese import Motif, Situation, TypeDecision
from microstructure_desktop.services import syntheses
from tests.cabinet import TODAY
from tests.journeys.power_cut import after_killing

from .killed_meeting import PAUSED_AT, SOCIAL, TEXT


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
    with after_killing("killed_meeting", team, meeting.id) as office:
        yield office


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
