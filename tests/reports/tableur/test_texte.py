"""Whatever was typed fits in a cell, and shows when it was held back from being a formula."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.reports.tableur.texte import (
    MAX_SIGNES,
    garde,
    nom_de_feuille,
    propre,
)

from .cas import PIEGES, TEXTES


def sans_garde(texte):
    """Written from the promise alone: an apostrophe at the start of a cell is ours."""
    lu, debut = [], True
    for rang, signe in enumerate(texte):
        if not (debut and signe == "'" and opens_a_formula(texte[rang + 1 :])):
            lu.append(signe)
        debut = signe in ";,|\t\n"
    return "".join(lu)


def opens_a_formula(suite):
    blank = lambda c: c.isspace() or c == '"' or unicodedata.category(c) == "Cf"  # noqa: E731
    rest = "".join(c for c in suite if not blank(c))
    return suite[:1] in ("\t", "\n") or rest[:1] in tuple("=+-@＝＋－＠'")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("deux\r\nlignes", "deux\nlignes"),
        ("a\rb\x0bc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\ud800b\uffffc\U0001ffffd\ufdd0e", "abcde"),
        ("tab\tgardé 😀", "tab\tgardé 😀"),
    ],
)
def test_that_a_text_keeps_what_a_file_can_carry(typed, kept):
    assert propre(typed) == kept


def test_that_a_text_too_long_is_cut_and_says_so():
    assert propre("a" * MAX_SIGNES) == "a" * MAX_SIGNES
    cut = propre("a" * (MAX_SIGNES + 1))
    assert len(cut) == MAX_SIGNES
    assert re.fullmatch(r"a+ \[…\] \(texte coupé.*\)", cut)


def test_that_a_sign_of_two_units_counts_for_two_and_is_not_halved():
    assert propre("😀" * (MAX_SIGNES // 2)) == "😀" * (MAX_SIGNES // 2)
    cut = propre("a😀" * MAX_SIGNES)
    assert MAX_SIGNES - 1 <= len(cut.encode("utf-16-le")) // 2 <= MAX_SIGNES
    assert "texte coupé" in cut


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+33 6", "'+33 6"),
        ("-5", "'-5"),
        ("@A1", "'@A1"),
        ("  =1", "'  =1"),
        ('"=1', "'\"=1"),
        ("\tx", "'\tx"),
        ("\nx", "'\nx"),
        ("'déjà", "''déjà"),
        ("a;=1", "a;'=1"),
        ("- un\n- deux", "'- un\n'- deux"),
        ("l’an 2+2=4", "l’an 2+2=4"),
        ("peut-être", "peut-être"),
        ("", ""),
    ],
)
def test_that_what_would_be_a_formula_begins_with_an_apostrophe(typed, shown):
    assert garde(typed) == shown


@given(TEXTES | st.sampled_from(PIEGES))
def test_that_the_apostrophe_can_be_taken_away(typed):
    text = propre(typed)
    assert sans_garde(garde(text)) == text


@given(TEXTES)
def test_that_no_cell_opens_a_formula_whatever_the_separator(typed):
    for cell in re.split("[;,|\t\n]", garde(propre(typed))):
        assert cell.strip(' \xa0"')[:1] not in tuple("=+-@＝＋－＠")


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Actes", [], "Actes"),
        ("Actes: 2026/11 [a]*?\\", [], "Actes 2026 11 a"),
        ("'Actes'", [], "Actes"),
        ("", [], "Feuille"),
        ("Historique", [], "Feuille Historique"),
        ("actes", ["Actes"], "actes (2)"),
        ("Actes", ["actes", "ACTES (2)"], "Actes (3)"),
        ("a" * 40, [], "a" * 31),
        ("a" * 40, ["a" * 31], "a" * 27 + " (2)"),
        ("😀" * 20, [], "😀" * 15),
    ],
)
def test_that_a_tab_takes_its_name(wanted, taken, name):
    assert nom_de_feuille(wanted, taken) == name


@given(TEXTES, st.lists(TEXTES, max_size=3))
def test_that_any_text_gives_a_name_that_a_tab_takes(wanted, others):
    taken = []
    for text in [*others, wanted]:
        taken.append(nom_de_feuille(text, taken))
    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
