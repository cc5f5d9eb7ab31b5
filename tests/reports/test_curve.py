"""The drawing itself: where points stand, and which figures are written."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.curve import draw_curve
from microstructure_desktop.reports.raster import pages
from tests.reports.parcours_cases import serie
from tests.reports.reading import ink, whole


def drawn(one) -> bytes:
    """Alone on a sheet of 100 points a side, drawn at ten points from the left and the bottom."""
    fonts.glyphs()
    pdf = BytesIO()
    canvas = Canvas(pdf, pagesize=(100, 100), initialFontName=fonts.REGULAR)
    draw_curve(canvas, one, (10, 10), (80, 50))
    canvas.save()
    return pdf.getvalue()


def inked(one) -> set[tuple[int, int]]:
    (page,) = pages(drawn(one), 72)
    return ink(page)


def test_that_the_first_and_the_last_figure_are_written():
    mesures = serie().mesures
    between = replace(mesures[0], valeur=Decimal("17.50"), jour=mesures[0].jour.replace(month=6))
    found = whole(drawn(serie(mesures=(mesures[0], between, mesures[1]))))
    assert found.split() == ["24", "9"]


def test_that_less_is_lower_and_nothing_leaves_its_place():
    places = inked(serie())
    assert all(9 <= x <= 91 and 40 <= y <= 91 for x, y in places)
    ends = [[y for x, y in places if left <= x < left + 10] for left in (10, 82)]
    assert min(ends[0]) < min(ends[1])


def test_that_one_day_and_one_value_are_drawn_too():
    first = serie().mesures[0]
    assert inked(serie(mesures=(first, first), bas=Decimal(24), haut=Decimal(24)))
