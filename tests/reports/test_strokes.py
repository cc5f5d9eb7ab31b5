"""Boxes, frames and lines: all the choices are there, and nothing leaves the width given."""

import pytest

from microstructure_desktop.reports import raster, strokes
from microstructure_desktop.reports.styles import MM, TEXT_WIDTH
from tests.reports.blank import drawn, said
from tests.reports.reading import ink

LONG = "Une réponse bien trop longue pour tenir dans la colonne où elle doit pourtant se lire"


def widest(rows) -> float:
    """How far to the right something is drawn, in points from the left margin."""
    (page,) = raster.pages(drawn(rows), 60)
    below = [x for x, y in ink(page) if 8 < y < 90]
    return (max(below) + 1) / 100 * 210 * MM - 20 * MM


@pytest.mark.parametrize("width", [60 * MM, 98 * MM, TEXT_WIDTH])
@pytest.mark.parametrize(
    "labels",
    [["Oui", "Non"], [f"Choix {n}" for n in range(30)], [LONG], [LONG, "Bref", *"abcdef"]],
)
def test_that_every_choice_is_written_within_the_width(labels, width):
    rows = strokes.ticks(labels, width)
    told = said(rows)
    assert all(label in told for label in labels)
    assert widest(rows) <= width + 2.2 * MM  # the picture's grain


def test_that_few_short_choices_share_one_line_and_many_go_in_columns():
    assert len(strokes.ticks(["Oui", "Non", "Ne souhaite pas répondre"], 98 * MM)) == 1
    assert len(strokes.ticks(["Un choix assez long"] * 12, 98 * MM)) == 4
    assert len(strokes.ticks([LONG] * 8, 98 * MM)) == 4


def test_that_odd_signs_print_as_they_can():
    assert said(strokes.ticks(["✗ 漢", "Non"], 98 * MM)) == "× ? Non"
    assert said([strokes.frames([("", 20 * MM)], "●/j")]) == "•/j"


def test_that_figures_are_all_there_in_a_row():
    row = strokes.figures(0, 10, 98 * MM)
    assert said([row]) == "0 1 2 3 4 5 6 7 8 9 10"
    assert widest([row]) <= 101 * MM


def test_that_a_date_shows_how_to_write_it():
    assert said([strokes.day()]) == "jj mm aaaa"


def test_that_frames_say_what_follows_them():
    assert said([strokes.frames([("", 20 * MM)], "kg")]) == "kg"


def test_that_two_rows_become_one():
    both = strokes.together(strokes.day(), *strokes.ticks(["Inconnue"], 60 * MM), 60 * MM)
    assert said([both]) == "jj mm aaaa Inconnue"
    assert both.height == strokes.day().height


def test_that_numbered_frames_wrap_and_keep_long_names_inside():
    names = [str(n) for n in range(1, 41)]
    rows = strokes.numbered(names, TEXT_WIDTH)
    assert 3 <= len(rows) <= 5
    assert said(rows) == " ".join(names)
    assert widest(rows) <= TEXT_WIDTH + 2.2 * MM
    assert widest(strokes.numbered([LONG * 3], 60 * MM)) <= 63 * MM


def test_that_lines_are_as_many_as_asked():
    rows = strokes.lines(4, 98 * MM)
    (page,) = raster.pages(drawn(rows), 80)
    heights = {y for x, y in ink(page) if 12 < x < 40 and 8 < y < 90}
    assert len({y for y in heights if y - 1 not in heights}) == 4
