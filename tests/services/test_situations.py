"""What is closed to a reader stays in the meeting, at its place."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.synthese import Decision, Motif, Reprise, Situation, Synthese
from microstructure_desktop.services.cercle import Cercle
from microstructure_desktop.services.situations import ouvertes_a, rendues, retenues

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
