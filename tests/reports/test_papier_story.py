"""A sheet says what it holds, who can read it, how to send it and how to read it."""

import pytest

from microstructure_desktop.exchange.paper import Genre
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.papier_story import WORDS, story
from tests.reports import told
from tests.reports.reading import plain, reader, whole
from tests.reports.scanned import sealed, sheet


def said(contenu) -> str:
    return plain(whole(made(contenu)))


def made(contenu) -> bytes:
    return render(Sheet("Codes", "", "", ("", "")), lambda _running: story(contenu))


@pytest.mark.parametrize("genre", Genre)
def test_that_everything_printed_has_its_words(genre):
    found = said(sheet(b"abc", genre=genre))
    words = WORDS[genre]
    for text in (words.title, words.overline, words.what, words.hand_over):
        assert plain(text) in found


def test_that_the_facts_of_the_sending_are_there():
    found = said(sheet(sealed(3_000)))
    assert "Structure OCC-31-007 Mois mars 2026 Numéro de l’envoi 3a3a3a3a Codes 3" in found
    assert "300 points par pouce" in found


def test_that_titles_are_told_as_titles():
    document = reader(made(sheet(b"abc")))
    assert [part["/S"] for part in told.tree(document) if part["/S"].startswith("/H")] == [
        "/H1",
        "/H2",
        "/H2",
    ]


def test_that_two_codes_stand_side_by_side_under_their_numbers():
    found = said(sheet(sealed(3_000)))
    assert found.endswith("Code 1 sur 3 Code 2 sur 3 Code 3 sur 3")
