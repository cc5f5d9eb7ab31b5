"""A document says which of its parts are titles and texts, in the order they are read."""

import re

import pytest

from microstructure_desktop.reports.flow import Dressing, line
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.styles import BODY, HAIRLINE, SECTION, TITLE
from tests.reports.reading import reader

TAGGED = Sheet("Titre", "gauche", "droite", ("un", "deux"), tagged=True)
PLAIN = Sheet("Titre", "gauche", "droite", ("un", "deux"))


def story(_running) -> list:
    return [
        line("Titre", TITLE),
        line("Partie", SECTION, Dressing(rule=HAIRLINE)),
        line("", BODY),
        line("\n".join(f"ligne {n}" for n in range(70)), BODY),
    ]


@pytest.fixture(scope="module")
def made():
    return reader(render(TAGGED, story))


def tree(document):
    return [x.get_object() for x in document.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]]


def test_that_the_parts_are_told_in_their_order(made):
    parts = tree(made)
    pages = [page.indirect_reference for page in made.pages]
    told = [(p["/S"], pages.index(p.raw_get("/Pg"))) for p in parts]
    assert told == [("/H1", 0), ("/H2", 0), ("/P", 0), ("/P", 1)]
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_that_each_part_is_found_from_its_page(made):
    root = made.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    for rank, page in enumerate(made.pages):
        assert page["/StructParents"] == numbers[2 * rank] == rank
        own = numbers[2 * rank + 1]
        marked = re.findall(rb"/(\w+) <</MCID (\d+)>> BDC", page.get_contents().get_data())
        assert [(p["/S"], p["/K"]) for p in own] == [
            (f"/{tag.decode()}", int(mcid)) for tag, mcid in marked
        ]


def test_that_every_mark_is_closed_and_nothing_is_drawn_outside(made):
    for page in made.pages:
        depth = 0
        for operator in re.findall(rb"\b(BDC|BMC|EMC|Tj|TJ|S)\b", page.get_contents().get_data()):
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth in (0, 1)
            assert depth == 1 or operator == b"EMC"
        assert depth == 0


def test_that_a_document_that_is_not_tagged_does_not_claim_to_be():
    root = reader(render(PLAIN, story)).trailer["/Root"]
    assert "/StructTreeRoot" not in root
    assert "/MarkInfo" not in root


@pytest.mark.parametrize("sheet", [TAGGED, PLAIN])
def test_that_the_title_is_what_a_reader_shows(sheet):
    root = reader(render(sheet, story)).trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "fr-FR"


def test_that_the_same_text_makes_the_same_bytes():
    assert render(TAGGED, story) == render(TAGGED, story)
