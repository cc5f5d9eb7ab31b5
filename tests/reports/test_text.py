"""Whatever is typed or pasted prints, and fits its column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.text import DASH, or_dash, printable, shorten, wrap

ANY = st.text(st.characters(), max_size=120)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Élodie œuvre à Noël : « ça va », 12 €", "Élodie œuvre à Noël : « ça va », 12 €"),
        ("e\u0301le\u0300ve", "élève"),
        ("☒ oui ☐ non ☑ peut-être", "× oui ☐ non ☑ peut-être"),
        ("✔ fait ● point", "✓ fait • point"),
        ("1\u2009829\u202f€", "1\u202f829\u202f€"),
        ("peut\u2011être", "peut-être"),
        ("½ ﬆ ④", "½ st 4"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("a\tb\u2003c   d", "a b c d"),
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        ("\u202eenvers\u202c \u200fb\u200b", "envers b"),
        ("sou\xadple", "souple"),
        ("שלום", "????"),
        ("漢字 🚬", "?? ?"),
        ("👩‍⚕️", "??"),
        ("\ud800", "?"),
        ("  de côté  \n  fin ", "de côté\nfin"),
        ("<para>&amp;<b>", "<para>&amp;<b>"),
    ],
)
def test_that_text_becomes_characters_the_face_has(typed, printed):
    assert printable(typed) == printed


@given(ANY)
def test_that_any_text_is_drawable(typed):
    assert set(printable(typed)) <= fonts.glyphs() | {"\n"}


@pytest.mark.parametrize("typed", ["", " ", "\n\n", "\u200b", "\t", "\xa0", "\x00"])
def test_that_nothing_to_see_is_a_dash(typed):
    assert or_dash(typed) == DASH


def test_that_something_to_see_is_itself():
    assert or_dash(" RAS \n") == "RAS"


@given(ANY, st.floats(20, 300))
def test_that_no_line_is_wider_than_its_column(typed, width):
    for line in wrap(typed, fonts.REGULAR, 9.5, width):
        assert fonts.width(line, fonts.REGULAR, 9.5) <= width or len(line) == 1


@given(ANY)
def test_that_wrapping_loses_no_character(typed):
    lines = wrap(typed, fonts.REGULAR, 9.5, 80)
    assert "".join(lines).replace(" ", "") == printable(typed).replace("\n", "").replace(" ", "")


def test_that_lines_break_at_spaces_only():
    lines = wrap("Ceci est une phrase plus longue que la colonne", fonts.REGULAR, 9.5, 70)
    assert len(lines) > 1
    assert " ".join(lines) == "Ceci est une phrase plus longue que la colonne"


def test_that_a_no_break_space_holds_until_nothing_else_is_possible():
    width = fonts.width("le prix : 829 €", fonts.REGULAR, 9.5)
    assert wrap("le prix\xa0: 829\xa0€", fonts.REGULAR, 9.5, width) == ["le prix\xa0: 829\xa0€"]
    narrower = wrap("le prix\xa0: 829\xa0€", fonts.REGULAR, 9.5, width - 5)
    assert narrower == ["le prix\xa0:", "829\xa0€"]


def test_that_a_long_word_is_cut_at_its_hyphens_first():
    assert wrap("rendez-vous", fonts.REGULAR, 9.5, 40) == ["rendez-", "vous"]
    pieces = wrap("anticonstitutionnellement", fonts.REGULAR, 9.5, 40)
    assert len(pieces) > 2
    assert "".join(pieces) == "anticonstitutionnellement"


def test_that_a_short_word_with_a_hyphen_is_not_cut():
    assert wrap("un rendez-vous", fonts.REGULAR, 9.5, 55) == ["un", "rendez-vous"]


def test_that_paragraphs_stay_apart_by_one_line():
    assert wrap("un\n\n\n\ndeux\ntrois\n\n", fonts.REGULAR, 9.5, 80) == ["un", "", "deux", "trois"]


def test_that_a_line_too_long_ends_with_an_ellipsis():
    cut = shorten("Maison de santé pluriprofessionnelle", fonts.REGULAR, 8, 80)
    assert cut.endswith("…")
    assert fonts.width(cut, fonts.REGULAR, 8) <= 80
    assert shorten("Court\nnom", fonts.REGULAR, 8, 80) == "Court nom"
    assert shorten("W" * 9, fonts.REGULAR, 8, 1) == "…"
