"""The sentences of the form engine."""

import string
from decimal import Decimal

import pytest

from microstructure_desktop.forms import wording

SENTENCES = {name: value for name, value in vars(wording).items() if name.isupper()}


@pytest.mark.parametrize(
    ("value", "written"), [(3, "3"), (Decimal("250.5"), "250,5"), (Decimal(10), "10")]
)
def test_that_a_figure_is_written_in_french(value, written):
    assert wording.number(value) == written


@pytest.mark.parametrize("name", SENTENCES)
def test_that_a_sentence_follows_french_typography(name):
    sentence = SENTENCES[name]
    for sign in ":;?!»":
        assert f" {sign}" not in sentence
    assert "« " not in sentence
    assert "'" not in sentence


@pytest.mark.parametrize("name", SENTENCES)
def test_that_a_sentence_never_says_what_guidance_forbids(name):
    for word in ("invalide", "oups", "veuillez", "erreur"):
        assert word not in SENTENCES[name].lower()


@pytest.mark.parametrize("name", SENTENCES)
def test_that_the_places_of_a_sentence_are_numbered(name):
    fields = [field for _, field, _, _ in string.Formatter().parse(SENTENCES[name])]
    assert {field for field in fields if field is not None} <= {"0", "1", "2"}
