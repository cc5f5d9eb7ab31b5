"""Minutes and extracts as they come out of a printer, in black and white, on A4."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from microstructure_desktop.reports.extrait import extrait
from microstructure_desktop.reports.styles import MARGIN, MM, PAGE_HEIGHT, PAGE_WIDTH
from microstructure_desktop.reports.synthese import minutes
from tests.reports import cases
from tests.reports.reading import plain, reader, texts, whole

DPI = 300  # what a printer draws
LEAST_CONTRAST = 4.5
TOLERANCE = 1.0  # points: the bounds of a sign go a little beyond its advance


def one():
    return cases.minutes((cases.situation(0, cases.MOYEN),))


def spoiled():
    """What people type, in what is added too."""
    return cases.with_additions(
        cases.odd(), cases.added(cases.additif(1, cases.ODD + "anti" * 300, 0))
    )


CASES = {
    case.__name__: minutes(case())
    for case in (cases.normal, cases.empty, cases.long, cases.crowded, one, spoiled)
} | {
    "extract": extrait(cases.of_one(cases.normal(), 0)),
    "long extract": extrait(cases.of_one(cases.long(), 1)),
}
every_case = pytest.mark.parametrize("pdf", CASES.values(), ids=CASES)


@dataclass(frozen=True)
class Line:
    """Words written in one go: where they are, in points from the bottom left."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float

    def over(self, other: "Line") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > TOLERANCE and down > TOLERANCE


def lines(pdf: bytes) -> Iterator[tuple[Line, Image.Image]]:
    """Every line of text with its picture in grey."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    for number, page in enumerate(document):
        scale = DPI / 72
        picture = page.render(scale=scale, grayscale=True).to_pil()
        words = page.get_textpage()
        for rank in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(rank)
            line = Line(number, words.get_text_bounded(left, bottom, right, top), left, bottom,
                        right, top)  # fmt: skip
            box = (left, PAGE_HEIGHT - top, right, PAGE_HEIGHT - bottom)
            yield line, picture.crop(tuple(round(side * scale) for side in box))


def contrast(grey: int) -> float:
    """Of a grey on white, as WCAG counts it."""
    share = grey / 255
    light = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return 1.05 / (light + 0.05)


@every_case
def test_that_every_line_is_readable_in_black_and_white(pdf):
    pale = [
        line.text
        for line, picture in lines(pdf)
        if line.text.strip() and contrast(picture.getextrema()[0]) < LEAST_CONTRAST
    ]
    assert pale == []


def test_that_a_pale_line_would_be_seen():
    assert contrast(0) == pytest.approx(21)
    assert contrast(118) > LEAST_CONTRAST > contrast(119)


@every_case
def test_that_every_line_is_whole_within_the_margins(pdf):
    cut = [
        line
        for line, _ in lines(pdf)
        if line.left < MARGIN - TOLERANCE
        or line.right > PAGE_WIDTH - MARGIN + TOLERANCE
        or line.bottom < 9 * MM
        or line.top > PAGE_HEIGHT - 12 * MM
    ]
    assert cut == []


@every_case
def test_that_no_line_is_written_over_another(pdf):
    found = [line for line, _ in lines(pdf)]
    over = [
        (one.text, other.text)
        for rank, one in enumerate(found)
        for other in found[rank + 1 :]
        if one.page == other.page and one.over(other)
    ]
    assert over == []


@every_case
def test_that_every_sheet_is_a4(pdf):
    for page in reader(pdf).pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert (round(width / MM), round(height / MM)) == (210, 297)
        assert page.get("/Rotate", 0) == 0


def test_that_forty_people_are_read_in_their_order():
    numbers = re.findall(r"dossier n° (\d{4})(?! \(suite\))", plain(whole(CASES["crowded"])))
    assert [int(n) for n in dict.fromkeys(numbers)] == list(range(1, 41))


def test_that_one_person_fills_the_first_sheet_and_the_signatures_follow():
    first, second = texts(CASES["one"])
    assert first.count("dossier n°") == 1
    assert "Patients évoqués 1" in plain(first)
    assert "Signatures" in second


def test_that_a_situation_cut_by_the_page_goes_on_where_it_was():
    typed = [word for word in cases.LONG.split() if len(word) > 6]
    read = plain(whole(CASES["long"]))
    assert all(read.count(word) >= typed.count(word) for word in set(typed))


@every_case
def test_that_the_parts_are_told_to_who_has_them_read_aloud(pdf):
    root = reader(pdf).trailer["/Root"]["/StructTreeRoot"]
    tags = [part.get_object()["/S"] for part in root["/K"]["/K"]]
    assert tags.count("/H1") == 1
    assert tags.index("/H1") < tags.index("/H2")
    assert set(tags) <= {"/H1", "/H2", "/H3", "/P", "/Table"}


def test_that_what_is_in_columns_is_a_table_for_who_has_it_read_aloud():
    # normal(): what was decided before, the figures; four people discussed, each with summaries
    # and facts, two of them with decisions
    root = reader(CASES["normal"]).trailer["/Root"]["/StructTreeRoot"]
    tables = [x.get_object() for x in root["/K"]["/K"] if x["/S"] == "/Table"]
    assert len(tables) == 2 + 4 * 2 + 2
    for table in tables:
        widths = {len(row.get_object()["/K"]) for row in table["/K"]}
        assert len(widths) == 1


@every_case
def test_that_nothing_printed_tells_who_made_the_file(pdf):
    described = {k: str(v) for k, v in reader(pdf).metadata.items()}
    assert set(described) <= {
        "/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate",
        "/ModDate", "/Trapped",
    }  # fmt: skip
    assert not any(described.get(k) for k in ("/Author", "/Subject", "/Keywords", "/Creator"))
