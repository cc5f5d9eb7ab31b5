"""Rows are told apart without their colour."""

from dataclasses import replace

from microstructure_desktop.charts.model import Point
from microstructure_desktop.charts.shapes import Dash, Fill
from microstructure_desktop.charts.style import FAINT, styles

from .cases import barres, courbe, rangee


def test_that_four_lines_differ_by_mark_and_by_dash():
    looks = styles(courbe(*(rangee(str(n), 1, 2, 3, 4) for n in range(4))))
    assert len({look.mark for look in looks}) == 4
    assert len({look.dash for look in looks}) == 4
    assert len({look.ink for look in looks}) == 4


def test_that_three_rows_of_bars_differ_without_their_colour():
    looks = styles(barres(*(rangee(str(n), 1, 2, 3) for n in range(3))))
    assert len({look.fill for look in looks}) == 3
    assert not {look.fill for look in looks} & {Fill.HATCHED, Fill.LIGHT}


def test_that_the_year_before_is_fainter_and_takes_no_turn():
    before, now = styles(barres(rangee("2025", 1, 2, 3, avant=True), rangee("2026", 1, 2, 3)))
    assert (before.ink, before.fill, before.dash) == (FAINT, Fill.LIGHT, Dash.DASHED)
    assert (now.ink, now.fill, now.dash) == ("primary", Fill.FULL, Dash.SOLID)


def test_that_a_row_may_ask_for_a_colour():
    asked = replace(rangee("Psychologue", 1, 2, 3, 4), ton="psychologue")
    assert styles(courbe(asked))[0].ink == "psychologue"


def test_that_what_may_still_change_is_hatched():
    one, two = styles(barres(rangee("a", 1, 2, 3), rangee("b", 1, 2, 3)))
    assert one.fill_of(Point(1)) is Fill.FULL
    assert two.fill_of(Point(1)) is Fill.STRIPED
    assert one.fill_of(Point(1, provisoire=True)) is Fill.HATCHED
