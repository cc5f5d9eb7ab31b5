"""Names are found however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.text import normalise


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("  ÉLOÏSE   Garnier ", "eloise garnier"),
        ("D’Œuvre", "d'oeuvre"),
        ("d'oeuvre", "d'oeuvre"),
        ("Nuñez-Łaski", "nunez-łaski"),
        ("e\u0301loi\u0308se", "eloise"),
        ("STRASSE / Straße", "strasse / strasse"),
        ("a\u00a0b\tc\nd", "a b c d"),
        ("", ""),
    ],
)
def test_that_spellings_of_one_name_meet(typed, found):
    assert normalise(typed) == found


@given(st.text())
def test_that_a_normalised_text_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzàâäéèêëîïôöùûüçœæ -'’"))
def test_that_capitals_never_matter(text):
    assert normalise(text.upper()) == normalise(text)


@given(st.text())
def test_that_no_space_is_left_at_an_end_or_doubled(text):
    assert normalise(text) == " ".join(normalise(text).split(" ")).strip()
    assert "  " not in normalise(text)
