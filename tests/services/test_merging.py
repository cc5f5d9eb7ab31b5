"""Two versions of a meeting: every word of both is there, nothing is there twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from microstructure_desktop.domain.ids import (
    ConsultationId,
    DecisionId,
    MembreId,
    PatientId,
    SyntheseId,
)
from microstructure_desktop.domain.synthese import (
    Colonne,
    Decision,
    Motif,
    ProchainPoint,
    Reprise,
    Situation,
    Source,
    Suite,
    Synthese,
)
from microstructure_desktop.services.merging import merged, same_words

A, B, C = PatientId("a"), PatientId("b"), PatientId("c")
DR, PSY, TS = MembreId("dr"), MembreId("psy"), MembreId("ts")
SAVED = Synthese(
    SyntheseId("s"),
    date(2026, 11, 26),
    time(12, 30),
    situations=(Situation(A, Motif.QUESTION, medical="AUDIT 9."), Situation(B, Motif.INCLUSION)),
)


def typed(patient, **changes):
    return SAVED.avec_situation(replace(SAVED.situation(patient), **changes))


def decision(key, text="Courrier"):
    return Decision(DecisionId(key), text)


def test_that_texts_that_differ_are_put_end_to_end_and_equal_ones_once():
    mine = typed(A, medical="AUDIT 9.", social="Logement demandé.")
    theirs = typed(A, medical="AUDIT 9.", social="CSS ouverte.")
    found = merged(mine, theirs).situation(A)
    assert found.medical == "AUDIT 9."
    assert found.social == "CSS ouverte.\nLogement demandé."


def test_that_a_text_gone_on_with_is_not_repeated():
    longer = typed(A, medical="AUDIT 9. Traitement stable.")
    assert merged(longer, SAVED).situation(A).medical == "AUDIT 9. Traitement stable."
    assert merged(SAVED, longer).situation(A).medical == "AUDIT 9. Traitement stable."


def test_that_decisions_of_both_stand_and_mine_wins_when_both_changed_one():
    mine = typed(A, decisions=(decision("1", "Courrier lundi"), decision("3")))
    theirs = typed(A, decisions=(decision("1", "Courrier"), decision("2")))
    found = merged(mine, theirs).situation(A).decisions
    assert [(d.id, d.texte) for d in found] == [
        ("1", "Courrier lundi"),
        ("2", "Courrier"),
        ("3", "Courrier"),
    ]


def test_that_a_patient_added_on_either_side_is_on_the_agenda():
    mine = SAVED.avec_situation(Situation(C, Motif.AJOUT))
    theirs = replace(SAVED, situations=SAVED.situations[1:])
    assert [s.patient for s in merged(mine, theirs).situations] == [B, A, C]


def test_that_the_choice_on_screen_and_the_longest_time_are_kept():
    mine = typed(A, prochain_point=ProchainPoint.SUR_DEMANDE, minutes=3)
    theirs = typed(A, minutes=8, vue=True)
    found = merged(mine, theirs).situation(A)
    assert (found.prochain_point, found.minutes, found.vue) == (ProchainPoint.SUR_DEMANDE, 8, True)


def test_that_whoever_somebody_saw_present_is_not_excused():
    mine = replace(SAVED, presents=(DR, PSY))
    theirs = replace(SAVED, presents=(DR,), excuses=(PSY, TS))
    found = merged(mine, theirs)
    assert (found.presents, found.excuses) == ((DR, PSY), (TS,))


def test_that_what_became_of_a_decision_is_kept_from_the_side_that_said_it():
    open_ = Reprise(A, decision("1"), date(2026, 10, 29))
    done = replace(open_, decision=replace(open_.decision, suite=Suite.FAITE))
    for mine, theirs in ((open_, done), (done, open_)):
        found = merged(replace(SAVED, reprises=(mine,)), replace(SAVED, reprises=(theirs,)))
        assert found.reprises == (done,)


def test_that_counted_minutes_are_no_words():
    assert same_words(typed(A, minutes=9, vue=True), SAVED)
    assert not same_words(typed(A, social="CSS."), SAVED)
    assert not same_words(replace(SAVED, organisation="Salle."), SAVED)


def test_that_sources_of_both_stand_once_and_are_no_words():
    first, second = (
        Source(Colonne.SOCIAL, ConsultationId(key), date(2026, 11, 5), TS) for key in "12"
    )
    mine, theirs = typed(A, sources=(first, second)), typed(A, sources=(first,))
    assert merged(mine, theirs).situation(A).sources == (first, second)
    assert same_words(mine, theirs)


def test_that_planned_minutes_are_those_on_screen_else_the_colleague_s():
    said = typed(A, minutes_prevues=12)
    assert merged(said, typed(A, minutes_prevues=5)).situation(A).minutes_prevues == 12
    assert merged(SAVED, said).situation(A).minutes_prevues == 12


def test_that_the_screen_says_whether_it_goes_on_and_the_longest_pause_counts():
    at = datetime(2026, 11, 26, 12, tzinfo=UTC)
    mine = replace(SAVED, pause_depuis=at, visio=True)
    theirs = replace(SAVED, pause_secondes=90)
    found = merged(mine, theirs)
    assert (found.pause_depuis, found.pause_secondes, found.visio) == (at, 90, True)
    assert merged(theirs, mine).pause_depuis is None
