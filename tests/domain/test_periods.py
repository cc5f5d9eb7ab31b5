"""Months and anniversaries, end of months and leap years included."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.periods import Mois, age, mois_plus_tard


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026", "2026-13", "2026-00", "26-01", "2026-1", "aaaa-01"),
        *("2026-+1", "2026- 1", "+026-01", "20_6-01", "2026-٠١", "2026-01-"),
    ],
)
def test_that_what_is_not_a_month_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller words the sentence
        Mois.lire(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_that_a_month_reads_back_and_contains_its_days(jour):
    mois = Mois.de(jour)
    assert Mois.lire(str(mois)) == mois
    assert jour in mois
    assert mois.premier in mois
    assert mois.dernier in mois
    assert mois.plus(1).premier > mois.dernier


def test_that_adding_months_crosses_years_both_ways():
    assert Mois(2026, 11).plus(3) == Mois(2027, 2)
    assert Mois(2026, 2).plus(-3) == Mois(2025, 11)


def test_that_a_date_some_months_later_stays_inside_a_shorter_month():
    assert mois_plus_tard(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert mois_plus_tard(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert mois_plus_tard(date(2026, 3, 3), 12) == date(2027, 3, 3)


def test_that_age_changes_on_the_birthday():
    assert age(date(1992, 5, 14), date(2026, 5, 13)) == 33
    assert age(date(1992, 5, 14), date(2026, 5, 14)) == 34
