"""Titles lead where the contents say, and stay with what they open."""

import pytest

from microstructure_desktop.reports import chapitres
from microstructure_desktop.reports.flow import line, space
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.styles import BODY, MM
from tests.reports.reading import plain, reader, texts, whole

SHEET = Sheet("Essai", "", "", ("", ""))


def laid_out(filled: float, body: int = 2) -> list[str]:
    """The contents, then a page filled down to some height, then a chapter."""
    pages: dict[str, int] = {}

    def story(running):
        below = [line(f"ligne {n}", BODY) for n in range(body)]
        return [
            *chapitres.contents([("1", "Actes", "1. Actes")], pages),
            space(filled),
            *chapitres.section("1. Actes", below, running, pages),
            *below,
        ]

    return list(map(plain, texts(render(SHEET, story))))


@pytest.mark.parametrize(("filled", "page"), [(20 * MM, 1), (200 * MM, 2)])
def test_that_a_title_goes_with_what_it_opens_and_the_contents_know(filled, page):
    found = laid_out(filled)
    assert f"1 Actes {page}" in found[0]
    assert "1. Actes ligne 0 ligne 1" in found[page - 1]


def test_that_a_long_text_begins_under_its_title():
    found = laid_out(60 * MM, body=120)
    assert "1. Actes ligne 0" in found[0]


def test_that_key_figures_stand_over_their_words():
    pdf = render(SHEET, lambda _: chapitres.keys([("24", "personnes"), ("10", "réunions")]))
    assert "24 10 personnes réunions" in plain(whole(pdf))
    assert chapitres.keys([]) == []


def test_that_a_reader_finds_the_titles_beside_the_pages():
    def story(running):
        return chapitres.section("1. Actes", [], running, {})

    (entry,) = reader(render(SHEET, story)).outline
    assert entry.title == "1. Actes"
