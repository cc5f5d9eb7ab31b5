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
    Etat,
    Motif,
    ProchainPoint,
    Reprise,
    Situation,
    Source,
    Suite,
    Synthese,
)
from microstructure_desktop.services.merging import merged, same_words, situation, without_origin

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
    found = merged(SAVED, mine, theirs).situation(A)
    assert found.medical == "AUDIT 9."
    assert found.social == "CSS ouverte.\nLogement demandé."


def test_that_a_text_gone_on_with_is_not_repeated():
    longer = typed(A, medical="AUDIT 9. Traitement stable.")
    assert merged(SAVED, longer, SAVED).situation(A).medical == "AUDIT 9. Traitement stable."
    assert merged(SAVED, SAVED, longer).situation(A).medical == "AUDIT 9. Traitement stable."


def test_that_a_decision_changed_on_one_side_is_as_that_side_says():
    """Whoever joins the two versions keeps what they never touched as the colleague left it."""
    written = typed(A, decisions=(decision("1", "Bilan"),))
    more = Decision(DecisionId("1"), "Bilan et ECG en urgence", PSY, "avant le 04/12")
    theirs = written.avec_situation(replace(written.situation(A), decisions=(more,)))
    mine = written.avec_situation(replace(written.situation(A), medical="AUDIT 12."))
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merged(written, one, other).situation(A)
        assert (found.decisions, found.medical) == ((more,), "AUDIT 12.")


def test_that_a_decision_changed_on_both_sides_keeps_what_each_changed():
    first = decision("1", "Bilan")
    base, mine, theirs = (
        typed(A, decisions=(d,))
        for d in (first, replace(first, texte="Bilan et ECG"), replace(first, qui=PSY))
    )
    (found,) = merged(base, mine, theirs).situation(A).decisions
    assert found == Decision(DecisionId("1"), "Bilan et ECG", PSY)


def test_that_a_decision_said_otherwise_by_both_stands_twice():
    base, mine, theirs = (
        typed(A, decisions=(decision("1", text),)) for text in ("Bilan", "Bilan lundi", "ECG")
    )
    first, second = merged(base, mine, theirs).situation(A).decisions
    assert (first, second.texte) == (decision("1", "ECG"), "Bilan lundi")
    assert second.id != first.id


def test_that_decisions_added_by_both_stand_and_one_removed_goes():
    base = typed(A, decisions=(decision("1"), decision("2"), decision("3")))
    mine = typed(A, decisions=(decision("1"), decision("3"), decision("4")))
    theirs = typed(A, decisions=(decision("2"), decision("3", "Changée"), decision("5")))
    found = merged(base, mine, theirs).situation(A).decisions
    assert [(d.id, d.texte) for d in found] == [
        ("3", "Changée"),
        ("5", "Courrier"),
        ("4", "Courrier"),
    ]
    emptied = typed(A, decisions=())
    (kept,) = merged(base, emptied, theirs).situation(A).decisions[:1]
    assert kept.texte == "Changée"


def test_that_a_patient_added_on_either_side_is_on_the_agenda_and_one_removed_is_not():
    mine = SAVED.avec_situation(Situation(C, Motif.AJOUT))
    theirs = replace(SAVED, situations=SAVED.situations[1:])
    assert [s.patient for s in merged(SAVED, mine, theirs).situations] == [B, C]


def test_that_somebody_removed_comes_back_when_something_was_typed_about_them():
    mine = typed(A, social="CSS ouverte.")
    theirs = replace(SAVED, situations=SAVED.situations[1:])
    for one, other in ((mine, theirs), (theirs, mine)):
        assert merged(SAVED, one, other).situation(A).social == "CSS ouverte."


def test_that_the_order_of_the_agenda_is_that_of_who_changed_it():
    turned = replace(SAVED, situations=SAVED.situations[::-1])
    for mine, theirs in ((turned, SAVED), (SAVED, turned)):
        assert [s.patient for s in merged(SAVED, mine, theirs).situations] == [B, A]


def test_that_what_the_screen_never_touched_is_as_the_colleague_left_it():
    base = replace(SAVED, presents=(DR, PSY), lieu="Au cabinet", pause_secondes=60)
    theirs = replace(
        base,
        presents=(DR,),
        excuses=(PSY,),
        lieu="Salle Pinel",
        visio=True,
        prochaine=date(2026, 12, 17),
        pause_secondes=300,
        jour=date(2026, 11, 27),
        debut=time(9),
        redacteur=PSY,
    )
    for mine, other in ((base, theirs), (theirs, base)):
        assert merged(base, mine, other) == theirs
    elsewhere = replace(base, lieu="Salle Freud")
    assert merged(base, elsewhere, theirs).lieu == "Salle Pinel / Salle Freud"


def test_that_a_meeting_begun_keeps_its_hour():
    mine = replace(SAVED, jour=date(2026, 12, 3), debut=time(14))
    begun = replace(SAVED, etat=Etat.EN_COURS, debut=time(12, 41))
    found = merged(SAVED, mine, begun)
    assert (found.etat, found.jour, found.debut) == (Etat.EN_COURS, SAVED.jour, time(12, 41))


def test_that_without_an_origin_both_say_everything():
    mine = typed(A, social="Va bien", decisions=(decision("1", "ECG"),))
    theirs = typed(A, social="Va bientôt partir", decisions=(decision("1", "Bilan"),))
    found = merged(without_origin(theirs), mine, theirs).situation(A)
    assert found.social == "Va bientôt partir\nVa bien"
    assert [d.texte for d in found.decisions] == ["Bilan", "ECG"]
    assert situation(None, mine.situation(A), theirs.situation(A)).social == found.social


def test_that_the_choice_on_screen_and_the_longest_time_are_kept():
    mine = typed(A, prochain_point=ProchainPoint.SUR_DEMANDE, minutes=3)
    theirs = typed(A, minutes=8, vue=True)
    found = merged(SAVED, mine, theirs).situation(A)
    assert (found.prochain_point, found.minutes, found.vue) == (ProchainPoint.SUR_DEMANDE, 8, True)


def test_that_whoever_somebody_saw_present_is_not_excused():
    mine = replace(SAVED, presents=(DR, PSY))
    theirs = replace(SAVED, presents=(DR,), excuses=(PSY, TS))
    found = merged(SAVED, mine, theirs)
    assert (found.presents, found.excuses) == ((DR, PSY), (TS,))


def test_that_what_became_of_a_decision_is_kept_from_the_side_that_said_it():
    open_ = Reprise(A, decision("1"), date(2026, 10, 29))
    done = replace(open_, decision=replace(open_.decision, suite=Suite.FAITE))
    for mine, theirs in ((open_, done), (done, open_)):
        sides = [replace(SAVED, reprises=(r,)) for r in (open_, mine, theirs)]
        assert merged(*sides).reprises == (done,)
        assert merged(SAVED, *sides[1:]).reprises == (done,)


def test_that_counted_minutes_are_no_words():
    assert same_words(typed(A, minutes=9, vue=True), SAVED)
    assert not same_words(typed(A, social="CSS."), SAVED)
    assert not same_words(replace(SAVED, organisation="Salle."), SAVED)


def test_that_sources_of_both_stand_once_and_are_no_words():
    first, second = (
        Source(Colonne.SOCIAL, ConsultationId(key), date(2026, 11, 5), TS) for key in "12"
    )
    mine, theirs = typed(A, sources=(first, second)), typed(A, sources=(first,))
    assert merged(SAVED, mine, theirs).situation(A).sources == (first, second)
    assert same_words(mine, theirs)


def test_that_planned_minutes_are_those_on_screen_else_the_colleague_s():
    said = typed(A, minutes_prevues=12)
    assert merged(SAVED, said, typed(A, minutes_prevues=5)).situation(A).minutes_prevues == 12
    assert merged(SAVED, SAVED, said).situation(A).minutes_prevues == 12


def test_that_who_paused_said_so_and_the_longest_pause_counts():
    at = datetime(2026, 11, 26, 12, tzinfo=UTC)
    mine = replace(SAVED, pause_depuis=at, visio=True, pause_secondes=30)
    theirs = replace(SAVED, pause_secondes=90)
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merged(SAVED, one, other)
        assert (found.pause_depuis, found.pause_secondes, found.visio) == (at, 90, True)


def test_that_minutes_corrected_by_hand_are_not_undone_by_who_did_not_count():
    counted = typed(A, minutes=40)
    corrected = counted.avec_situation(replace(counted.situation(A), minutes=15))
    for one, other in ((corrected, counted), (counted, corrected)):
        assert merged(counted, one, other).situation(A).minutes == 15
