"""The shapes of a chart on paper, told apart in black and white."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from microstructure_desktop.charts.shapes import (
    Area,
    Box,
    Dash,
    Dot,
    Drawing,
    Fill,
    Line,
    Mark,
    Side,
    Word,
)
from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.graphique_trace import PaperLetters, trace
from microstructure_desktop.reports.raster import PageImage, pages
from tests.reports.reading import whole

AREA = Area(10, 10, 60, 40)


def drawn(*shapes) -> bytes:
    """Alone on a sheet as large as the drawing."""
    fonts.glyphs()
    pdf = BytesIO()
    canvas = Canvas(pdf, pagesize=(100, 60), initialFontName=fonts.REGULAR)
    trace(canvas, Drawing(100, 60, shapes, ()))
    canvas.save()
    return pdf.getvalue()


def picture(*shapes) -> PageImage:
    (page,) = pages(drawn(*shapes), 72)
    return page


def grey(page, x, y) -> int:
    start = y * page.stride + 4 * x
    return sum(page.data[start : start + 3]) // 3


def mean(page, area=AREA) -> float:
    values = [
        grey(page, x, y)
        for x in range(int(area.x) + 2, int(area.x + area.wide) - 2)
        for y in range(int(area.y) + 2, int(area.y + area.tall) - 2)
    ]
    return sum(values) / len(values)


def test_that_a_bar_is_where_it_is_on_the_screen():
    page = picture(Box(Area(10, 5, 60, 20), "primary"))
    assert grey(page, 40, 15) < 60
    assert grey(page, 40, 40) == 255
    assert grey(page, 80, 15) == 255


def test_that_each_pattern_has_its_grey():
    greys = {fill: mean(picture(Box(AREA, "primary", fill))) for fill in Fill}
    assert greys[Fill.FULL] < 60
    assert greys[Fill.FULL] + 30 < greys[Fill.STRIPED] < greys[Fill.HATCHED] - 15
    assert greys[Fill.FULL] + 20 < greys[Fill.RULED] < greys[Fill.HATCHED] - 15
    assert greys[Fill.HATCHED] < 240
    assert 200 < greys[Fill.LIGHT] < 245


def test_that_colours_of_the_screen_are_one_ink():
    inks = ("primary", "psychologue", "medecin")
    assert len({mean(picture(Box(AREA, token))) for token in inks}) == 1


def test_that_dashes_leave_gaps():
    def dark(dash):
        page = picture(Line(((5, 30), (95, 30)), "primary", 2, dash))
        return sum(grey(page, x, y) < 128 for x in range(100) for y in (29, 30))

    found = [dark(dash) for dash in (Dash.SOLID, Dash.DASHED, Dash.MIXED)]
    assert found[0] > found[1] > found[2] > 0
    assert 0 < dark(Dash.DOTTED) + 40 < found[0]


@pytest.mark.parametrize("mark", list(Mark))
def test_that_a_mark_is_full_or_hollow(mark):
    full, hollow = (picture(Dot((50, 30), 10, "text", mark, hollow=h)) for h in (False, True))
    assert grey(full, 50, 30) < 60
    assert grey(hollow, 50, 30) == 255


def test_that_words_are_text_around_their_place():
    assert whole(drawn(Word((50, 30), "12\u202f345 séances", Side.AROUND))).strip()
    columns = {}
    for side in Side:
        page = picture(Word((50, 30), "Mot", side, "text", strong=True))
        columns[side] = [x for x in range(100) for y in range(60) if grey(page, x, y) < 200]
    assert min(columns[Side.RIGHT]) >= 49
    assert max(columns[Side.LEFT]) <= 50
    assert min(columns[Side.AROUND]) < 47
    assert max(columns[Side.AROUND]) > 53


def test_that_a_halo_clears_what_passes_under_a_word():
    under = Line(((0, 30), (100, 30)), "text", 2)
    bare = picture(under, Word((50, 30), "1", Side.AROUND, "text"))
    cleared = picture(under, Word((50, 30), "1", Side.AROUND, "text", halo=True))
    assert mean(cleared, Area(45, 25, 10, 10)) > mean(bare, Area(45, 25, 10, 10))


def test_that_letters_are_those_that_are_drawn():
    fonts.glyphs()
    letters = PaperLetters()
    assert letters.width("Mot", strong=True) == fonts.width("Mot", fonts.SEMIBOLD, 8)
    assert letters.width("Mot") == fonts.width("Mot", fonts.REGULAR, 8)
