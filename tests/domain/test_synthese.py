"""What a meeting keeps, and what it hands over to the next one."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.ids import DecisionId, PatientId, SyntheseId
from microstructure_desktop.domain.synthese import (
    Decision,
    Motif,
    Reprise,
    Situation,
    Suite,
    Synthese,
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


def test_that_only_what_is_still_to_do_is_handed_over_with_its_first_date():
    handed = [(r.decision.texte, r.patient, r.depuis) for r in MEETING.a_reprendre()]
    assert handed == [("3", B, date(2026, 9, 24)), ("1", A, date(2026, 11, 26))]


def test_that_replacing_a_situation_keeps_the_order_and_adding_one_goes_last():
    noted = replace(MEETING.situations[0], medical="Biologie normale")
    assert [s.patient for s in MEETING.avec_situation(noted).situations] == [A, B]
    assert MEETING.avec_situation(noted).situation(A) == noted
    added = MEETING.avec_situation(Situation(PatientId("c"), Motif.AJOUT))
    assert [s.patient for s in added.situations] == [A, B, "c"]


def test_that_only_discussed_situations_are_counted_as_discussed():
    assert [s.patient for s in MEETING.vues] == [B]
