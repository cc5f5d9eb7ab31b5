"""What is closed to a reader stays in the meeting, at its place."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    Motif,
    Reprise,
    Situation,
    Synthese,
)
from microstructure_desktop.services.cercle import Cercle
from microstructure_desktop.services.situations import (
    entendues,
    non_entendues,
    ouvertes_a,
    rendues,
    retenues,
)

A, B, C, D = "abcd"
DAY = date(2026, 11, 19)
WHOLE = Synthese(
    "s",
    DAY,
    time(12, 30),
    situations=tuple(Situation(p, Motif.AJOUT, vue=True) for p in (A, B, C)),
    reprises=(Reprise(B, Decision("d1", "appeler"), DAY), Reprise(C, Decision("d2", "voir"), DAY)),
)
READER = Cercle("moi", {B: None})


def people(synthese):
    return [s.patient for s in synthese.situations], [r.patient for r in synthese.reprises]


def test_that_the_reader_gets_the_others():
    assert people(ouvertes_a(READER, WHOLE)) == ([A, C], [C])
    assert retenues(READER, WHOLE) == 1


def test_that_saving_gives_back_what_was_not_read():
    mine = ouvertes_a(READER, WHOLE).avec_situation(Situation(D, Motif.AJOUT))
    assert people(rendues(READER, mine, WHOLE)) == ([A, B, C, D], [C, B])


def test_that_what_the_reader_removed_stays_removed():
    mine = ouvertes_a(READER, WHOLE)
    fewer = Synthese("s", DAY, time(12, 30), situations=mine.situations[1:])
    assert people(rendues(READER, fewer, WHOLE)) == ([C, B], [B])


def test_that_nothing_comes_twice():
    assert people(rendues(READER, WHOLE, WHOLE)) == people(WHOLE)


def test_that_what_a_closed_reader_writes_joins_what_is_there():
    known = replace(WHOLE.situations[1], psychologique="texte de la psychologue", minutes=12)
    stored = replace(WHOLE, situations=(WHOLE.situations[0], known))
    mine = replace(stored, situations=(Situation(B, Motif.AJOUT, social="à voir"),))
    (saved,) = (s for s in rendues(READER, mine, stored).situations if s.patient == B)
    assert (saved.psychologique, saved.social) == ("texte de la psychologue", "à voir")
    assert (saved.minutes, saved.vue) == (12, True)


def test_that_what_was_held_back_is_given_back():
    nobody_closed = Cercle("moi", {})
    fewer = replace(WHOLE, reprises=WHOLE.reprises[1:])
    assert rendues(nobody_closed, fewer, WHOLE).reprises == fewer.reprises
    assert people(rendues(nobody_closed, fewer, WHOLE, {"d1"})) == ([A, B, C], [C, B])


def test_that_a_decision_is_heard_at_any_meeting_that_spoke_of_it(team):
    psychiatre = team[Role.PSYCHIATRE]
    there = (psychiatre.membre.id,)
    first = replace(
        WHOLE,
        etat=Etat.CLOSE,
        situations=(Situation(A, Motif.AJOUT, decisions=(Decision("d3", "écrire"),)),),
    )
    again = replace(WHOLE, reprises=WHOLE.reprises[:1], etat=Etat.CLOSE, presents=there)
    assert non_entendues(psychiatre, [first, again]) == {"d2", "d3"}
    assert non_entendues(team.medecin, [first]) == frozenset()
    kept = entendues(psychiatre, [first, again], WHOLE)
    assert [r.decision.id for r in kept.reprises] == ["d1"]
    begun = replace(WHOLE, etat=Etat.EN_COURS)
    assert entendues(psychiatre, [first, again], begun) == begun
