"""A passage goes wherever it stands, a text whole with its reason; half a word is never cut."""

import pytest

from microstructure_desktop.services.relecture import RETIRE, Relecture, de_payload, passage

TEXTE = "Son frère Paul est venu. Paul-Marie, lui, a appelé son\nfrère  Paul."


def test_that_a_passage_goes_wherever_it_stands_and_no_half_word_does():
    chosen = Relecture(passages=("frère Paul",))
    assert chosen.lu(TEXTE) == f"Son {RETIRE} est venu. Paul-Marie, lui, a appelé son\n{RETIRE}."
    assert chosen.fois("frère Paul", [TEXTE, "frère Pauline", "Frère Paul"]) == 2
    assert chosen.places("Le frère Paul") == [(3, 13)]
    assert Relecture(passages=("mari",)).lu("Un mariage, le mari.") == f"Un mariage, le {RETIRE}."


def test_that_the_longest_passage_goes_first():
    chosen = Relecture(passages=("Paul", "frère Paul"))
    assert chosen.lu("Son frère Paul, puis Paul.") == f"Son {RETIRE}, puis {RETIRE}."


def test_that_a_whole_text_leaves_its_reason_also_inside_another():
    chosen = Relecture(textes={"Dit par la voisine.": "source protégée"})
    left = chosen.lu("Visite · Dit par la voisine. · à faire")
    assert left == "Visite · [texte retiré : source protégée] · à faire"


@pytest.mark.parametrize(
    ("part", "whole"),
    [("rère Pa", "frère Paul"), ("Paul", "Paul"), (" venu. ", "venu."), ("n", "Son")],
)
def test_that_a_selection_is_widened_to_whole_words(part, whole):
    debut = TEXTE.index(part)
    assert passage(TEXTE, debut, debut + len(part)) == whole


def test_that_a_selection_that_holds_too_little_is_none():
    assert passage("Il y a, là.", 6, 7) == ""
    assert passage("Rien", 2, 2) == "Rien"
    assert passage("", 0, 0) == ""


def test_that_the_choices_come_back_from_their_draft():
    chosen = Relecture(("Paul",), {"a": "b"}, {"d": "c"}, frozenset({"x", "y"}))
    assert de_payload(chosen.payload()) == chosen
    assert de_payload({}) == Relecture()
