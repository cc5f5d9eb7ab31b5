"""A document says what is a title, a text or a table, in the order they are read."""

import re
from io import BytesIO

import pytest

from microstructure_desktop.reports.flow import Dressing, columns, line, table
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.structure import Figure, TaggedCanvas, part
from microstructure_desktop.reports.styles import BODY, GUTTER, HAIRLINE, SECTION, TITLE
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


TWO = columns(1, 1, gutter=GUTTER, styles=(BODY, BODY))


def with_tables(_running) -> list:
    rows = (("\n".join(f"ligne {n}" for n in range(70)), "deux"), ("un", ""))
    return [
        *table(("Quoi", "Qui"), rows, TWO, Dressing()),
        line("Entre", BODY),
        *table(("Autre", "Part"), [("a", "b")], TWO, Dressing(rule=HAIRLINE)),
    ]


def tree(document):
    return parts(document.trailer["/Root"]["/StructTreeRoot"]["/K"])


def parts(element):
    """What stands below a part, without what is written in it."""
    below = [x.get_object() for x in element["/K"]]
    return [x for x in below if x["/Type"] == "/StructElem"]


def written(element, document):
    """Page and number of each content of a part."""
    pages = [page.indirect_reference for page in document.pages]
    below = [x.get_object() for x in element["/K"]]
    return [(pages.index(x.raw_get("/Pg")), x["/MCID"]) for x in below if x["/Type"] == "/MCR"]


def words(document, page, mcid) -> str:
    """Read as a reader of tagged pages does: what lies between a mark and its end."""
    read = []
    inside = False

    def before(operator, operands, *_matrices):
        nonlocal inside
        if operator == b"BDC":
            inside = operands[1].get("/MCID") == mcid
        elif operator == b"EMC":
            inside = False

    def visit(text, *_where):
        if inside:
            read.append(text)

    document.pages[page].extract_text(visitor_operand_before=before, visitor_text=visit)
    return "".join(read).strip()


def test_that_the_parts_are_told_in_their_order(made):
    told = [(p["/S"], written(p, made)) for p in tree(made)]
    assert told == [("/H1", [(0, 0)]), ("/H2", [(0, 1)]), ("/P", [(0, 2)]), ("/P", [(1, 0)])]
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("told", [story, with_tables])
def test_that_each_part_is_found_from_its_page(told):
    document = reader(render(TAGGED, told))
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
    document = reader(render(TAGGED, with_tables))
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
    document = reader(render(TAGGED, with_tables))
    heading, cut, _ = parts(tree(document)[0])
    assert [[page for page, _ in written(c, document)] for c in parts(heading)] == [[0], [0]]
    long, short = parts(cut)
    assert [page for page, _ in written(long, document)] == [0, 1]
    assert [words(document, *place) for place in written(short, document)] == ["deux", ""]


def test_that_each_cell_says_its_own_words():
    document = reader(render(TAGGED, with_tables))
    told = [
        [words(document, *written(cell, document)[0]) for cell in parts(row)]
        for row in (*parts(tree(document)[0])[::2], *parts(tree(document)[2]))
    ]
    assert told == [["Quoi", "Qui"], ["un", ""], ["Autre", "Part"], ["a", "b"]]


@pytest.mark.parametrize("told", [story, with_tables])
def test_that_every_mark_is_closed_and_nothing_is_drawn_outside(told):
    for page in reader(render(TAGGED, told)).pages:
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


@pytest.mark.parametrize("told", [story, with_tables])
def test_that_the_same_text_makes_the_same_bytes(told):
    assert render(TAGGED, told) == render(TAGGED, told)


def test_that_a_figure_says_what_is_read_in_its_place():
    pdf = BytesIO()
    canvas = TaggedCanvas(pdf)
    with part(canvas, Figure("Douze patients de plus qu’en 2025.")):
        canvas.rect(0, 0, 10, 10)
    canvas.save()
    (found,) = tree(reader(pdf.getvalue()))
    assert (found["/S"], found["/Alt"]) == ("/Figure", "Douze patients de plus qu’en 2025.")
