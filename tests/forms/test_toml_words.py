"""Saying what stopped the reading of a TOML text."""

import pytest

from microstructure_desktop.forms import toml_words, wording
from microstructure_desktop.forms.toml_table import FormError, parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = 1\na = 2", wording.TOML_TWICE),
        ("[a]\n[a]", wording.TOML_TWICE),
        ("a = { b = 1, b = 2 }", wording.TOML_TWICE),
        ("a 1", wording.TOML_EQUALS),
        ("a = 1\n« b » = 2", wording.TOML_KEY),
        ("é = 1", wording.TOML_KEY),
        ("a = 1 2", wording.TOML_REST),
        ('a = "b', wording.TOML_STRING),
        ('a = "b\n', wording.TOML_STRING),
        ("a = '''b", wording.TOML_STRING),
        ('a = "C:\\Users"', wording.TOML_BACKSLASH),
        ('a = "C:\\Public"', wording.TOML_BACKSLASH),
        ("a = [1 2]", wording.TOML_ARRAY),
        ("a = { b = 1", wording.TOML_TABLE),
        ("[[a]\n", wording.TOML_HEADER),
        ("a = oui", wording.TOML_VALUE),
        ("a = \u201cb\u201d", wording.TOML_VALUE),
    ],
)
def test_that_usual_mistakes_are_told_apart(text, words):
    with pytest.raises(FormError) as caught:
        parse(text)
    assert [fault.sentence for fault in caught.value.faults] == [wording.NOT_TOML.format(words)]


def test_that_words_never_seen_are_only_a_line_badly_written():
    assert toml_words.sentence("Something else") == wording.NOT_TOML.format(wording.TOML_OTHER)
