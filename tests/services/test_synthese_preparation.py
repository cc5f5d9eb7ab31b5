"""What a meeting opens with: its day, who is expected, what the last one left to do."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId, PatientId, SyntheseId
from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    Motif,
    Situation,
    Suite,
    Synthese,
)
from microstructure_desktop.services.synthese_preparation import (
    DEBUT,
    nouvelle,
    presents_of,
    prochaine_date,
    reprises_of,
)
from tests.cabinet import TODAY

PATCH = Decision(DecisionId("d"), "Patch")
LAST = Synthese(
    SyntheseId("s"),
    date(2026, 10, 22),
    time(13),
    etat=Etat.CLOSE,
    situations=(Situation(PatientId("p"), Motif.AJOUT, decisions=(PATCH,)),),
    prochaine=date(2026, 11, 26),
)


@pytest.fixture
def work(team):
    with team.medecin.store.read() as opened:
        yield opened


def test_that_the_first_meeting_is_today_at_the_usual_hour(work, team):
    made = nouvelle(work, team.medecin, [])
    assert (made.jour, made.debut, made.redacteur) == (TODAY, DEBUT, team.medecin.membre.id)


def test_that_the_next_one_is_on_the_day_announced_unless_it_is_past(work, team):
    made = nouvelle(work, team.medecin, [LAST])
    assert (made.jour, made.debut) == (date(2026, 11, 26), time(13))
    late = replace(LAST, prochaine=date(2026, 11, 12))
    assert nouvelle(work, team.medecin, [late]).jour == TODAY


def test_that_those_who_receive_people_are_expected(work, team):
    assert team[Role.SECRETARIAT].membre.id not in presents_of(work)
    assert len(presents_of(work)) == 4


def test_that_what_was_ticked_stays_ticked():
    (open_,) = reprises_of([LAST], ())
    assert open_.decision == PATCH
    ticked = replace(open_, decision=replace(PATCH, suite=Suite.FAITE))
    assert reprises_of([LAST], (ticked,)) == (ticked,)
    assert reprises_of([], (ticked,)) == ()


@pytest.mark.parametrize(
    ("jour", "next_"),
    [
        (date(2026, 11, 19), date(2026, 12, 17)),
        (date(2026, 10, 1), date(2026, 11, 5)),  # four weeks later is still October
        (date(2026, 12, 24), date(2027, 1, 21)),
    ],
)
def test_that_the_next_meeting_falls_on_the_same_weekday_of_another_month(jour, next_):
    assert prochaine_date(jour) == next_
    assert jour.weekday() == next_.weekday()
