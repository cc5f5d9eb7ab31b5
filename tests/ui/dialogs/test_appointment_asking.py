"""A question is put once; asking again is its answer."""

from datetime import date, time

import pytest

from microstructure_desktop.services.conflits import GenreConflit
from microstructure_desktop.services.rendez_vous import UNE_FOIS, RendezVousSaisi, Serie
from microstructure_desktop.ui.dialogs.appointment_asking import Request, take
from tests.factories import an_absence
from tests.services.cases import planned, write

NEXT = date(2026, 11, 26)


@pytest.fixture
def saisi(team):
    return RendezVousSaisi(team.psychologue.membre.id, team.patient().id, NEXT, time(14), 45)


@pytest.fixture
def away(team):
    return write(team, "absences", an_absence(membre=team.psychologue.membre.id, du=NEXT, au=NEXT))


def written(team):
    with team.medecin.store.read() as work:
        return [(r.jour, r.heure) for r in work.rendez_vous.all()]


def test_that_nothing_against_it_writes_it(team, saisi):
    outcome = take(team.psychologue, Request(saisi, Serie(2, 1), None, frozenset()))
    assert outcome.conflits == ()
    assert [r.jour for r in outcome.fait.result] == [NEXT, date(2026, 12, 3)]
    assert len(outcome.fait.changes) == 2


def test_that_something_against_it_is_asked_then_kept(team, saisi, away):
    asked = take(team.psychologue, Request(saisi, UNE_FOIS, None, frozenset()))
    assert [c.genre for c in asked.conflits] == [GenreConflit.ABSENCE]
    assert asked.fait is None
    assert written(team) == []
    kept = take(team.psychologue, Request(saisi, UNE_FOIS, None, frozenset(asked.conflits)))
    assert kept.fait is not None
    assert written(team) == [(NEXT, time(14))]


def test_that_an_appointment_does_not_clash_with_itself(team, saisi):
    rdv = planned(team, team.patient("Autre"), NEXT, heure=time(14))
    moved = take(team.psychologue, Request(saisi, UNE_FOIS, rdv.id, frozenset()))
    assert [r.id for r in moved.fait.result] == [rdv.id]
