"""What becomes of a decision, at a meeting or between two; who was told what, counted by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.actions import (
    Bilan,
    a_reprendre,
    actions,
    actions_du_reseau,
    au_courant,
    bilan,
    contredites,
    sans_dire,
)
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.suites_donnees import SuiteDonnee
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

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 24), date(2026, 10, 22), date(2026, 11, 19)
BETWEEN = date(2026, 10, 5)
TAKEN = Decision("d", "Appeler le CMP", "m", "avant le 15/10")
DONE = SuiteDonnee("d", "p", "sep", Suite.FAITE, BETWEEN, "m", "CMP joint")


def meeting(id_, jour, *decisions, reprises=(), etat=Etat.CLOSE):
    situations = (Situation("p", Motif.QUESTION, decisions=decisions, vue=True),)
    return Synthese(id_, jour, time(13), etat=etat, situations=situations, reprises=reprises)


def taken_up(suite=Suite.A_FAIRE, **told):
    return Reprise("p", replace(TAKEN, suite=suite), SEPTEMBER, **told)


DECIDED = meeting("sep", SEPTEMBER, TAKEN)


def test_that_a_decision_waits_until_the_day_it_is_due_then_is_late():
    (action,) = actions([DECIDED], [])
    assert (action.depuis, action.synthese, action.patient) == (SEPTEMBER, "sep", "p")
    assert (action.pour, action.ouverte, action.fini_le) == (date(2026, 10, 15), True, None)
    assert not action.en_retard(date(2026, 10, 15))
    assert action.en_retard(date(2026, 10, 16))


def test_that_the_day_typed_goes_before_the_words():
    typed = replace(TAKEN, echeance_jour=date(2026, 10, 12))
    assert actions([meeting("sep", SEPTEMBER, typed)], [])[0].pour == date(2026, 10, 12)


def test_that_meetings_under_way_and_decisions_without_words_ask_nothing():
    assert actions([meeting("sep", SEPTEMBER, TAKEN, etat=Etat.EN_COURS)], []) == ()
    assert actions([meeting("sep", SEPTEMBER, replace(TAKEN, texte=""))], []) == ()


def test_that_what_is_said_between_meetings_ends_it_and_the_meeting_stays():
    (action,) = actions([DECIDED], [DONE])
    assert action.decision == replace(TAKEN, suite=Suite.FAITE)
    assert (action.fini_le, action.par, action.note) == (BETWEEN, "m", "CMP joint")
    assert not action.en_retard(date.max)
    assert DECIDED.situations[0].decisions == (TAKEN,)


def test_that_the_next_meeting_says_it_too():
    later = meeting("oct", OCTOBER, reprises=(taken_up(Suite.ABANDONNEE),))
    (action,) = actions([DECIDED, later], [])
    assert (action.decision.suite, action.depuis) == (Suite.ABANDONNEE, SEPTEMBER)
    assert (action.synthese, action.fini_le, action.par) == ("oct", OCTOBER, None)
    told = taken_up(Suite.FAITE, dite_le=BETWEEN, dite_par="m", note="CMP joint")
    (action,) = actions([DECIDED, meeting("oct", OCTOBER, reprises=(told,))], [])
    assert (action.fini_le, action.par, action.note) == (BETWEEN, "m", "CMP joint")


def test_that_a_meeting_may_put_it_back():
    """Told that it was done, it says that it is not: who had said so is not named any more."""
    told = taken_up(dite_le=BETWEEN, dite_par="m", note="CMP joint")
    (action,) = actions([DECIDED, meeting("oct", OCTOBER, reprises=(told,))], [])
    assert (action.ouverte, action.fini_le, action.par) == (True, None, None)


def test_that_something_said_of_no_decision_is_left_out():
    assert [a.decision.id for a in actions([DECIDED], [replace(DONE, id="other")])] == ["d"]


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        (taken_up(), None, taken_up()),
        (taken_up(), DONE, taken_up(Suite.FAITE, dite_le=BETWEEN, dite_par="m", note="CMP joint")),
        (taken_up(Suite.ABANDONNEE), DONE, taken_up(Suite.ABANDONNEE)),
        (taken_up(Suite.FAITE, dite_le=BETWEEN, dite_par="m"), None, taken_up()),
        (
            taken_up(dite_le=BETWEEN, dite_par="m", note="CMP joint"),
            DONE,
            taken_up(dite_le=BETWEEN, dite_par="m", note="CMP joint"),
        ),
        (
            taken_up(Suite.FAITE, dite_le=BETWEEN, dite_par="m"),
            replace(DONE, suite=Suite.ABANDONNEE, jour=OCTOBER, note=""),
            taken_up(Suite.ABANDONNEE, dite_le=OCTOBER, dite_par="m"),
        ),
    ],
    ids=["nothing", "told", "ticked", "taken back", "corrected", "said otherwise"],
)
def test_that_a_meeting_is_told_what_was_said_since(before, said, after):
    dites = {} if said is None else {said.id: said}
    assert au_courant([before], dites) == (after,)


def test_that_what_a_meeting_says_otherwise_is_known():
    (told,) = au_courant([taken_up()], {"d": DONE})
    back = replace(told, decision=TAKEN)
    assert contredites([told], {"d": DONE}) == frozenset()
    assert contredites([back], {"d": DONE}) == {"d"}
    assert contredites([taken_up()], {"d": DONE}) == frozenset()
    assert contredites([back], {}) == frozenset()
    dropped = taken_up(Suite.ABANDONNEE)
    assert contredites([dropped], {"d": DONE}) == {"d"}
    assert contredites([taken_up(Suite.FAITE)], {"d": DONE}) == frozenset()
    assert sans_dire(told) == taken_up(Suite.FAITE)


def test_that_the_next_meeting_opens_on_all_that_is_left_to_do():
    """One meeting was closed after a later one: what it left is not forgotten."""
    october = meeting("oct", OCTOBER, replace(TAKEN, id="x"), reprises=(taken_up(),))
    late = meeting("sep", SEPTEMBER, TAKEN, replace(TAKEN, id="forgotten"))
    open_ = meeting("nov", NOVEMBER, replace(TAKEN, id="y"), etat=Etat.EN_COURS)
    left = [(r.decision.id, r.depuis) for r in a_reprendre([late, october, open_])]
    assert left == [("d", SEPTEMBER), ("forgotten", SEPTEMBER), ("x", OCTOBER)]
    done = replace(october, reprises=(taken_up(Suite.FAITE),))
    assert [r.decision.id for r in a_reprendre([late, done])] == ["forgotten", "x"]
    assert {r.patient for r in a_reprendre([late])} == {"p"}


def test_that_what_is_over_is_counted_by_how_it_ended():
    """Two in time (one on its last day), one late, one without a day, one dropped; one waits."""
    names = ("in time", "last day", "late", "no day", "dropped", "waits", "next month")
    decisions = [replace(TAKEN, id=name) for name in names]
    decisions[3] = replace(decisions[3], echeance="quand possible")
    last = date(2026, 10, 15)
    said = {"in time": BETWEEN, "last day": last, "late": date(2026, 10, 16), "no day": OCTOBER}
    suites = [replace(DONE, id=name, jour=jour) for name, jour in said.items()]
    suites += [replace(DONE, id="dropped", suite=Suite.ABANDONNEE)]
    suites += [replace(DONE, id="next month", jour=date(2026, 11, 1))]
    found = actions([meeting("sep", SEPTEMBER, *decisions)], suites)
    assert bilan(found, date(2026, 10, 1), date(2026, 10, 31)) == Bilan(2, 1, 1, 1)
    assert bilan(found, BETWEEN, BETWEEN) == Bilan(1, 0, 0, 1)
    assert bilan(found, NOVEMBER, NOVEMBER) == Bilan(0, 0, 0, 0)


def test_that_to_go_on_as_before_is_no_action_done():
    goes_on = Decision("g", "On continue", suite=Suite.FAITE, type=TypeDecision.MAINTIEN)
    owed = replace(goes_on, id="o", qui="m")
    found = actions([meeting("sep", SEPTEMBER, goes_on, owed)], [])
    assert [a.suivie for a in found] == [False, True]
    assert bilan(found, SEPTEMBER, SEPTEMBER) == Bilan(0, 0, 1, 0)


def test_that_the_other_meetings_ask_and_are_told_too():
    asked = (TAKEN, Decision("e", "Afficher"), Decision("f", "  "))
    closed = Reunion("r", TypeReunion.CRISE, SEPTEMBER, time(14), etat=Etat.CLOSE, actions=asked)
    under_way = replace(closed, id="s", etat=Etat.EN_COURS, actions=(Decision("g", "Appeler"),))
    said = SuiteDonnee("e", "", "r", Suite.ABANDONNEE, BETWEEN, "m", "Fait autrement")
    waits, dropped = actions_du_reseau([closed, under_way], [said])
    assert (waits.decision, waits.pour, waits.depuis) == (TAKEN, date(2026, 10, 15), SEPTEMBER)
    assert (waits.reunion, waits.synthese, waits.patient) == (TypeReunion.CRISE, "r", "")
    assert (dropped.ouverte, dropped.fini_le, dropped.note) == (False, BETWEEN, "Fait autrement")
    assert (dropped.decision.suite, dropped.par) == (Suite.ABANDONNEE, "m")
