"""Columns of text split between pages without losing a line."""

import pytest

from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.flow import Dressing, block, columns, line, table
from microstructure_desktop.reports.styles import (
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)

THREE = columns(1, 1, 1, gutter=GUTTER, styles=(BODY,) * 3)
HEADED = Dressing(before=4, after=4, heading=(("A", "B", "C"), HEADING))
fonts.glyphs()


def lines_of(columns_) -> list[list[str]]:
    return [part.lines for part in columns_._parts]


def test_that_columns_share_the_width_and_do_not_touch():
    assert THREE[0].x == 0
    assert THREE[1].x - (THREE[0].x + THREE[0].width) == pytest.approx(GUTTER)
    assert THREE[2].x + THREE[2].width == pytest.approx(TEXT_WIDTH)
    wide, narrow = columns(3, 1, gutter=0, styles=(BODY, BODY))
    assert wide.width == pytest.approx(3 * narrow.width)


def test_that_the_height_is_the_longest_column_and_its_surroundings():
    made = block(("un", "un\ndeux\ntrois", ""), THREE, HEADED)
    assert made.wrap(0, 0) == (TEXT_WIDTH, 4 + HEADING.leading + 3 * BODY.leading + 4)


def test_that_an_empty_block_keeps_one_line():
    assert line("", BODY).wrap(0, 0)[1] == BODY.leading


@pytest.mark.parametrize("height", [80, 100, 200, 411, 700])
def test_that_a_split_loses_nothing_and_fits(height):
    texts = ("\n".join(map(str, range(60))), "\n".join("ab" * 9), "seul")
    made = block(texts, THREE, HEADED)
    above, below = made.split(0, height)
    assert above.wrap(0, 0)[1] <= height
    both = zip(lines_of(above), lines_of(below), lines_of(made), strict=True)
    assert all(first + last == every for first, last, every in both)


def test_that_two_lines_at_least_stay_together():
    made = line("\n".join("abcdef"), BODY)
    assert made.split(0, 1.9 * BODY.leading) == []
    above, below = made.split(0, 5.9 * BODY.leading)
    assert (len(lines_of(above)[0]), len(lines_of(below)[0])) == (4, 2)


@pytest.mark.parametrize("texte", ["un", "un\ndeux", "un\ndeux\ntrois"])
def test_that_a_short_block_moves_whole(texte):
    assert line(texte, BODY).split(0, 2.5 * BODY.leading) == []


def test_that_what_must_stay_whole_is_never_split():
    made = line("\n".join("abcdefgh"), BODY, Dressing(whole=True))
    assert made.split(0, 5 * BODY.leading) == []


def test_that_what_is_higher_than_a_page_is_split_all_the_same():
    made = line("\n".join("ab" * 60), BODY, Dressing(whole=True))
    above, below = made.split(0, TEXT_HEIGHT)
    assert lines_of(above)[0] + lines_of(below)[0] == lines_of(made)[0]


def test_that_the_heading_and_the_rule_are_repeated_after_a_split():
    made = block(("\n".join("abcdefgh"), "", ""), THREE, HEADED)
    _, below = made.split(0, 80)
    assert below._dressing == HEADED


@pytest.mark.parametrize("topped", [True, False])
def test_that_the_rows_of_a_table_have_one_heading_and_a_rule_between_them(topped):
    rows = [("1", "2", "3")] * 3
    made = table(("A", "B", "C"), rows, THREE, Dressing(2, 2, rule=HAIRLINE), topped=topped)
    assert [r.wrap(0, 0)[1] for r in made] == [
        4 + HEADING.leading + BODY.leading,
        *[4 + BODY.leading] * 2,
    ]
    assert [bool(r._dressing.rule) for r in made] == [topped, True, True]


def test_that_no_row_makes_no_table():
    assert table(("A", "B", "C"), [], THREE, Dressing()) == []
