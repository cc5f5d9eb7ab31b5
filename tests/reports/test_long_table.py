"""A table over several pages says its columns again on each, and loses no row."""

from io import BytesIO

import pytest
from reportlab.platypus import SimpleDocTemplate

from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.flow import Dressing, columns
from microstructure_desktop.reports.long_table import long_table
from microstructure_desktop.reports.styles import BODY, GUTTER, HAIRLINE, HEADING, TEXT_WIDTH
from tests.reports.reading import texts

TWO = columns(1, 2, gutter=GUTTER, styles=(BODY,) * 2)
ROW = 4 + BODY.leading
fonts.glyphs()


def made(count, text="mot", **dressing):
    rows = [(f"rang{n}", text) for n in range(count)]
    return long_table(("Quoi", "Comment"), rows, TWO, Dressing(2, 2, rule=HAIRLINE, **dressing))


def test_that_each_page_says_the_columns_and_no_row_is_lost():
    written = BytesIO()
    SimpleDocTemplate(written).build([made(120)])
    pages = texts(written.getvalue())
    assert len(pages) > 2
    assert all(page.count("Quoi") == page.count("Comment") == 1 for page in pages)
    found = [w for page in pages for w in page.split() if w.startswith("rang")]
    assert found == [f"rang{n}" for n in range(120)]


def test_that_it_is_cut_between_rows_or_not_at_all():
    assert made(3).wrap(0, 0) == (TEXT_WIDTH, pytest.approx(HEADING.leading + 3 * ROW))
    above, below = made(10).split(0, HEADING.leading + 4.1 * ROW)
    assert above.wrap(0, 0)[1] == pytest.approx(HEADING.leading + 4 * ROW)
    assert below.wrap(0, 0)[1] == pytest.approx(HEADING.leading + 6 * ROW)
    assert made(10).split(0, HEADING.leading) == []
    assert made(10).split(0, HEADING.leading + 10 * ROW) == []


def test_that_a_row_higher_than_what_is_left_is_cut_itself_unless_it_stays_whole():
    text = "\n".join("abcdefgh")
    above, below = made(1, text).split(0, HEADING.leading + 4 + 5 * BODY.leading)
    assert above.wrap(0, 0)[1] == pytest.approx(HEADING.leading + 2 + 5 * BODY.leading)
    assert below.wrap(0, 0)[1] == pytest.approx(HEADING.leading + 4 + 3 * BODY.leading)
    assert made(1, text, whole=True).split(0, 60) == []
