"""People are found by what they are called, by what is left of it, and by their day of birth."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.store.finding import Place, Word
from tests import factories as make


@pytest.fixture
def three(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        return [
            work.patients.add(make.a_patient(nom=nom, prenom=prenom, naissance=born))
            for nom, prenom, born in (
                ("Aumarchand", "Luc", date(1990, 12, 31)),
                ("Marchal", "Zoé", date(1984, 3, 7)),
                ("Bel-Air", "Marc", date(1984, 3, 7)),
            )
        ]


def word(text, **more):
    return Word((text,), text, **more)


def best(store, *words, limit=10):
    with store.read() as work:
        return [row.nom for row in work.finding.best(words, limit)]


def test_that_every_word_is_held_in_one_of_its_spellings(store, three):
    assert best(store, word("mar"), word("1984")) == ["Marchal", "Bel-Air"]
    assert best(store, Word(("zzz", "luc"), "zzz")) == ["Aumarchand"]
    assert best(store, word("luc"), word("1984")) == []
    assert best(store, word("%")) == []


def test_that_a_beginning_comes_before_an_inside(store, three):
    assert best(store, word("mar")) == ["Marchal", "Bel-Air", "Aumarchand"]
    assert best(store, word("mar"), limit=1) == ["Marchal"]


def test_that_those_held_nearly_come_likeliest_first(store, three):
    asked = word("marshal", sounds=(" marcal",), pieces=("ma", "rs", "hal"))
    with store.read() as work:
        found = work.finding.near((asked,), 10)
        assert [c.nom for c in found] == ["Marchal", "Aumarchand", "Bel-Air"]
        assert [c.nom for c in work.finding.near((asked,), 1)] == ["Marchal"]
        assert work.finding.near((asked, word("1990")), 10)[0].nom == "Aumarchand"


def test_that_a_candidate_says_each_name_as_written_and_as_said(store, three):
    with store.read() as work:
        (luc,) = work.finding.born([date(1990, 12, 31), date(1990, 12, 30)])
    assert luc.place == Place("aumarchand luc", three[0].id)
    assert (luc.nom, luc.prenom, luc.naissance) == ("Aumarchand", "Luc", date(1990, 12, 31))
    assert luc.ecrits == ("aumarchand", "luc", "", "")
    assert luc.sons == ("omarcan", "luk", "", "")


def test_that_letters_are_the_same_whatever_stands_between(store, three):
    with store.read() as work:
        assert [c.nom for c in work.finding.named("belairmarc")] == ["Bel-Air"]
        assert work.finding.named("belair") == []


def test_that_people_found_are_shown_in_the_order_given(store, three):
    with store.read() as work:
        places = [c.place for c in work.finding.born([date(1984, 3, 7)])]
        shown = work.finding.these(places[::-1])
        assert [row.id for row in shown] == [place.id for place in places[::-1]]
        assert work.finding.these([]) == []


def test_that_a_record_made_part_of_another_is_not_found(store, three):
    luc, zoe, _ = three
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.save(replace(luc, absorbe_par=zoe.id))
    assert best(store, word("luc")) == []
    with store.read() as work:
        assert work.finding.born([luc.naissance]) == []
