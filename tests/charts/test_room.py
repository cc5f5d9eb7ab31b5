"""Words beside each other: which are written, which are cut, how far they move."""

import pytest

from microstructure_desktop.charts.room import broken, every, fitting, shortened, spread

from .cases import Monospaced

LETTERS = Monospaced()


def test_that_words_that_touch_are_moved_and_stay_inside():
    assert spread([0, 4, 30], 10, 100) == [0, 10, 30]
    assert spread([90, 95, 99], 10, 100) == [80, 90, 100]


def test_that_the_last_and_the_first_are_kept():
    assert fitting([(0, 10), (8, 18), (16, 26)], 1) == [0, 2]
    assert fitting([(0, 10), (12, 22), (24, 34)], 1) == [0, 1, 2]


@pytest.mark.parametrize(
    ("widest", "one_in"), [(20, 1), (21, 2), (41, 3), (61, 6), (120, 6), (121, 12)]
)
def test_that_words_at_equal_steps_are_skipped_evenly(widest, one_in):
    assert every(widest, 20) == one_in


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("court", ["court"]),
        ("deux mots", ["deux", "mots"]),
        ("un et deux", ["un et", "deux"]),
        ("un et deux et trois", ["un et", "deux…"]),
        ("interminable", ["inter…"]),
        ("", [""]),
    ],
)
def test_that_a_name_has_two_lines_at_most(text, lines):
    assert broken(text, 36, LETTERS) == lines


def test_that_a_cut_line_says_so():
    assert shortened("Sommeil", 42, LETTERS) == "Sommeil"
    assert shortened("Sommeil", 41, LETTERS) == "Somme…"
