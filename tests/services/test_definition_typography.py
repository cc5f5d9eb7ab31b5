"""French typography in the texts of a definition."""

import pytest

from microstructure_desktop.services.definition_typography import (
    APOSTROPHE,
    NO_BREAK,
    remarks,
)
from microstructure_desktop.services.known_definitions import known

SAID = {"a": APOSTROPHE, "e": NO_BREAK}


def found(text):
    return [(fault.sentence, fault.line) for fault in remarks(text)]


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("L'âge", "a"),
        ("L’âge", ""),
        ("Aujourd'hui : l'âge ?", "ae"),
        ("Quel âge ?", "e"),
        ("Quel âge?", "e"),
        ("Quel âge\u00a0?", ""),
        ("Quel âge\u202f?", ""),
        ("Vraiment\u00a0?!", ""),
        ("Un (?) deux", ""),
        ("Le soir : à 20:30", "e"),
        ("Le soir\u00a0: à 20:30", ""),
        ("Un ; deux", "e"),
        ("https://exemple.fr/?a=1", ""),
        ("Dire « oui »", "e"),
        ("Dire «oui»", "e"),
        ("Dire «\u00a0oui\u00a0»", ""),
        ("0\u00a0: aucun · 10\u00a0: tout", ""),
    ],
)
def test_that_each_rule_is_said(words, rules):
    assert found(f'title = "{words}"') == [(SAID[rule], 1) for rule in rules]


def test_that_every_line_is_named_wherever_the_text_is():
    text = """title = "Un"
chapeau = \"\"\"Une phrase,
puis l'autre ?\"\"\"
[[group]]
title = 'Trois !'
options = [
  { code = "A", label = "Quoi ?" },
  { code = "B", label = "Quoi ?" },
]
"""
    assert found(text) == [(APOSTROPHE, 3), (NO_BREAK, 3), *((NO_BREAK, n) for n in (5, 7, 8))]


def test_that_a_text_written_with_escapes_is_said_without_its_line():
    assert found('title = "L\\u0027\\u00e2ge"') == [(APOSTROPHE, None)]


@pytest.mark.parametrize("text", sorted(known().texts), ids=range(len(known().texts)))
def test_that_what_is_shipped_keeps_the_rules(text):
    assert found(text) == []
