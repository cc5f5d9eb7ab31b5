"""What a meeting keeps, and what it hands over to the next one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from microstructure_desktop.domain.ids import DecisionId, MembreId, PatientId, SyntheseId
from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    Motif,
    Reprise,
    Situation,
    Suite,
    Synthese,
    TypeDecision,
)

A, B = PatientId("a"), PatientId("b")


def decision(name, suite=Suite.A_FAIRE):
    return Decision(DecisionId(name), name, suite=suite)


MEETING = Synthese(
    SyntheseId("s"),
    date(2026, 11, 26),
    time(12, 30),
    situations=(
        Situation(A, Motif.QUESTION, decisions=(decision("1"), decision("2", Suite.FAITE))),
        Situation(B, Motif.INCLUSION, vue=True),
    ),
    reprises=(
        Reprise(B, decision("3"), date(2026, 9, 24)),
        Reprise(B, decision("4", Suite.FAITE), date(2026, 10, 29)),
        Reprise(B, decision("5", Suite.ABANDONNEE), date(2026, 10, 29)),
    ),
)


def test_that_replacing_a_situation_keeps_the_order_and_adding_one_goes_last():
    noted = replace(MEETING.situations[0], medical="Biologie normale")
    assert [s.patient for s in MEETING.avec_situation(noted).situations] == [A, B]
    assert MEETING.avec_situation(noted).situation(A) == noted
    added = MEETING.avec_situation(Situation(PatientId("c"), Motif.AJOUT))
    assert [s.patient for s in added.situations] == [A, B, "c"]


def test_that_only_discussed_situations_are_counted_as_discussed():
    assert [s.patient for s in MEETING.vues] == [B]


def test_that_minutes_are_spent_on_who_was_discussed_at_a_closed_meeting():
    shown = tuple(replace(s, minutes=9) for s in MEETING.situations)
    closed = replace(MEETING, situations=shown, etat=Etat.CLOSE)
    assert [closed.concertation(p) for p in (A, B, PatientId("c"))] == [0, 9, 0]
    assert replace(closed, etat=Etat.EN_COURS).concertation(B) == 0


def test_that_going_on_as_before_leaves_nothing_to_follow_unless_somebody_is_to_do_it():
    goes_on = replace(decision("1"), type=TypeDecision.MAINTIEN)
    assert goes_on.suite_d_abord is Suite.FAITE
    assert replace(goes_on, qui=MembreId("psy")).suite_d_abord is Suite.A_FAIRE
    assert replace(goes_on, echeance="en janvier").suite_d_abord is Suite.A_FAIRE
    assert replace(goes_on, type=TypeDecision.SORTIE).suite_d_abord is Suite.A_FAIRE
    assert decision("1").suite_d_abord is Suite.A_FAIRE


def test_that_no_decision_said_is_not_a_decision():
    none = replace(decision("n"), type=TypeDecision.AUCUNE)
    assert Situation(A, Motif.AJOUT, decisions=(decision("1"), none)).decidees == 1


def test_that_minutes_of_a_pause_do_not_count():
    begun = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
    paused = MEETING.suspendue(begun + timedelta(minutes=10))
    assert paused.suspendue(begun + timedelta(minutes=12)) == paused
    assert paused.tenue(begun + timedelta(minutes=18)) == timedelta(minutes=10)
    again = paused.poursuivie(begun + timedelta(minutes=25))
    assert (again.pause_depuis, again.pause_secondes) == (None, 900)
    assert again.poursuivie(begun + timedelta(minutes=40)) == again
    assert again.tenue(begun + timedelta(minutes=40)) == timedelta(minutes=25)


def test_that_a_clock_set_back_makes_no_time_negative():
    begun = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
    assert MEETING.suspendue(begun).poursuivie(begun - timedelta(minutes=5)).pause_secondes == 0
    assert MEETING.tenue(begun - timedelta(minutes=5)) == timedelta()
