"""What is typed is read as what it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.services.requete import MOST_WORDS, lire


def spellings(texte):
    return [word.spellings for word in lire(texte)]


@pytest.mark.parametrize(
    "typed",
    ["14/05/1992", "14/5/1992", "14.5.1992", "14-05-1992", "1992-05-14", "1992/5/14",
     "14 05 1992", "14051992", "19920514", "14 mai 1992", "14 MAI 1992", "14/5/92", "14.5.92",
     "140592", "14 mai 92", "né le 14/05/1992"],
)  # fmt: skip
def test_that_a_birth_date_is_read_in_any_notation(typed):
    assert any("14/05/1992" in one for one in spellings(typed))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14/05", ("14/05",)),
        ("14/5/", ("14/05",)),
        ("14/05/19", ("14/05/19", "14/05/1919", "14/05/2019")),
        ("1992-05", ("/05/1992",)),
        ("05/1992", ("05/1992",)),
        ("1er mars 1980", ("01/03/1980",)),
        ("31/02/1992", ("31/02/1992",)),
    ],
)
def test_that_half_a_date_counts(typed, found):
    assert spellings(typed) == [found]


@pytest.mark.parametrize(
    "typed",
    ["0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78",
     "+33612345678", "0033 6 12 34 56 78", "+33 (0)6 12 34 56 78"],
)  # fmt: skip
def test_that_a_telephone_is_read_in_any_notation(typed):
    assert spellings(typed) == [("0612345678",)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("06 1", "061"), ("06.12.34", "061234"), ("+33 6", "06"), ("0033", "0033"), ("+33", "33")],
)
def test_that_half_a_telephone_counts(typed, found):
    assert found in [text for one in spellings(typed) for text in one]


def test_that_a_file_number_is_looked_for_with_its_zeros():
    for typed in ("27", "n° 27", "n°27", "N° 0027", "#27"):
        (word,) = lire(typed)
        assert word.best == "0027"


def test_that_numbers_apart_stay_apart():
    assert spellings("0027 1992") == [("0027",), ("1992",)]
    assert [word.best for word in lire("dupont 27 0612345678")] == ["0612345678", "dupont", "0027"]


def test_that_names_are_taken_apart_at_hyphens_and_keep_their_apostrophe():
    assert spellings("Jean-Marc D’Œuvre") == [("jean",), ("marc",), ("d'oeuvre",)]


def test_that_a_name_brings_what_it_sounds_like_and_what_a_slip_leaves():
    (word,) = lire("Dupond")
    assert (word.best, word.sounds, word.pieces) == ("dupond", (" dupon",), ("du", "po", "nd"))
    (short,) = lire("Diop")
    assert short.pieces == (" d", "op")
    (tiny,) = lire("Ba")
    assert (tiny.sounds, tiny.pieces) == ((), ())


def test_that_nothing_is_asked_for_signs_alone():
    assert lire(" - /. | + ") == ()


@given(st.text())
def test_that_any_text_is_read(texte):
    assert len(lire(texte)) <= MOST_WORDS
    assert all(word.spellings and all(word.spellings) for word in lire(texte))
