"""Days that are one slip of the pen away, counted by hand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.naissance import Proche, proches

DAYS = st.dates(date(1920, 1, 1), date(2020, 12, 31))
SLIPS = 8 * 9 + 7 + 1
"""Each digit for nine others, two neighbours exchanged, day and month the other way round."""


def test_that_day_and_month_are_swapped_when_both_exist():
    assert proches(date(1992, 5, 4))[date(1992, 4, 5)] is Proche.INVERSE
    assert Proche.INVERSE not in proches(date(1992, 5, 14)).values()
    assert Proche.INVERSE not in proches(date(1992, 5, 5)).values()


def test_that_one_digit_is_another():
    near = proches(date(1992, 5, 14))
    for day in (date(1992, 5, 15), date(1992, 5, 24), date(1992, 6, 14), date(1982, 5, 14)):
        assert near[day] is Proche.CHIFFRE
    for day in (date(1992, 5, 14), date(1993, 6, 14), date(1992, 5, 25), date(1892, 5, 14)):
        assert day not in near


def test_that_two_digits_are_exchanged():
    assert proches(date(1978, 3, 12))[date(1987, 3, 12)] is Proche.CHIFFRE
    assert proches(date(1978, 3, 12))[date(1978, 3, 21)] is Proche.CHIFFRE


@given(DAYS)
def test_that_a_slip_goes_both_ways(day):
    assert all(day in proches(other) for other in proches(day))
    assert len(proches(day)) <= SLIPS
