"""A document says what is a title, a text or a table, in the order they are read."""

import re
from io import BytesIO

import pytest

from microstructure_desktop.reports.flow import Dressing, columns, line, table
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.structure import Figure, TaggedCanvas, part
from microstructure_desktop.reports.styles import BODY, GUTTER, HAIRLINE, SECTION, TITLE
from tests.reports.reading import reader
from tests.reports.told import all_told, parts, tree, words, written

SHEET = Sheet("Titre", "gauche", "droite", ("un", "deux"))


def story(_running) -> list:
    return [
        line("Titre", TITLE),
        line("Partie", SECTION, Dressing(rule=HAIRLINE)),
        line("", BODY),
        line("\n".join(f"ligne {n}" for n in range(70)), BODY),
    ]


@pytest.fixture(scope="module")
def made():
    return reader(render(SHEET, story))


TWO = columns(1, 1, gutter=GUTTER, styles=(BODY, BODY))


def with_tables(_running) -> list:
    rows = (("\n".join(f"ligne {n}" for n in range(70)), "deux"), ("un", ""))
    return [
        *table(("Quoi", "Qui"), rows, TWO, Dressing()),
        line("Entre", BODY),
        *table(("Autre", "Part"), [("a", "b")], TWO, Dressing(rule=HAIRLINE)),
    ]


def test_that_the_parts_are_told_in_their_order(made):
    told = [(p["/S"], written(p, made)) for p in tree(made)]
    assert told == [("/H1", [(0, 0)]), ("/H2", [(0, 1)]), ("/P", [(0, 2)]), ("/P", [(1, 0)])]
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("told", [story, with_tables])
def test_that_each_part_is_found_from_its_page(told):
    document = reader(render(SHEET, told))
    root = document.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    for rank, page in enumerate(document.pages):
        assert page["/StructParents"] == numbers[2 * rank] == rank
        own = numbers[2 * rank + 1]
        marked = re.findall(rb"/(\w+) <</MCID (\d+)>> BDC", page.get_contents().get_data())
        assert len(own) == len(marked)
        for element, (tag, mcid) in zip(own, marked, strict=True):
            assert element["/S"] == f"/{tag.decode()}"
            assert (rank, int(mcid)) in written(element.get_object(), document)


def test_that_a_table_is_told_row_by_row_under_its_headings():
    document = reader(render(SHEET, with_tables))
    first, between, second = tree(document)
    assert [x["/S"] for x in (first, between, second)] == ["/Table", "/P", "/Table"]
    assert [[cell["/S"] for cell in parts(row)] for row in parts(first)] == [
        ["/TH", "/TH"],
        ["/TD", "/TD"],
        ["/TD", "/TD"],
    ]
    assert [len(parts(row)) for row in parts(second)] == [2, 2]
    for table_ in (first, second):
        heading, *rows = parts(table_)
        assert {cell["/A"]["/Scope"] for cell in parts(heading)} == {"/Column"}
        assert not any("/A" in cell for row in rows for cell in parts(row))


def test_that_a_cell_cut_by_the_page_stays_one_cell():
    document = reader(render(SHEET, with_tables))
    heading, cut, _ = parts(tree(document)[0])
    assert [[page for page, _ in written(c, document)] for c in parts(heading)] == [[0], [0]]
    long, short = parts(cut)
    assert [page for page, _ in written(long, document)] == [0, 1]
    assert [words(document, *place) for place in written(short, document)] == ["deux", ""]


def test_that_each_cell_says_its_own_words():
    document = reader(render(SHEET, with_tables))
    told = [
        [words(document, *written(cell, document)[0]) for cell in parts(row)]
        for row in (*parts(tree(document)[0])[::2], *parts(tree(document)[2]))
    ]
    assert told == [["Quoi", "Qui"], ["un", ""], ["Autre", "Part"], ["a", "b"]]


@pytest.mark.parametrize("told", [story, with_tables])
def test_that_every_mark_is_closed_and_nothing_is_drawn_outside(told):
    assert all_told(render(SHEET, told))


def test_that_the_title_is_what_a_reader_shows():
    root = reader(render(SHEET, story)).trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "fr-FR"


@pytest.mark.parametrize("told", [story, with_tables])
def test_that_the_same_text_makes_the_same_bytes(told):
    assert render(SHEET, told) == render(SHEET, told)


def test_that_a_figure_says_what_is_read_in_its_place():
    pdf = BytesIO()
    canvas = TaggedCanvas(pdf)
    with part(canvas, Figure("Douze patients de plus qu’en 2025.")):
        canvas.rect(0, 0, 10, 10)
    canvas.save()
    (found,) = tree(reader(pdf.getvalue()))
    assert (found["/S"], found["/Alt"]) == ("/Figure", "Douze patients de plus qu’en 2025.")
