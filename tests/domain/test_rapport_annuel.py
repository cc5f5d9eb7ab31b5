"""The report has sixteen sections in one order; a grant is shared between years by days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.ids import FinancementId
from microstructure_desktop.domain.rapport_annuel import Financement, Section


def granted(cents, du, au):
    return Financement(FinancementId("f"), "ARS", "Fonctionnement", cents, du, au)


def test_that_the_sections_are_in_the_order_they_are_printed():
    found = list(Section)
    assert len(found) == 16
    assert (found[0], found[2], found[-1]) == (
        Section.IDENTITE,
        Section.FILE_ACTIVE,
        Section.PERSPECTIVES,
    )


@pytest.mark.parametrize(
    ("annee", "cents"),
    # 1 July 2025 to 30 June 2026 are 184 + 181 = 365 days, at 100 a day.
    [(2024, 0), (2025, 18_400), (2026, 18_100), (2027, 0)],
)
def test_that_a_grant_is_shared_by_days(annee, cents):
    found = granted(36_500, date(2025, 7, 1), date(2026, 6, 30))
    assert found.part_de(annee) == cents


def test_that_a_leap_year_has_its_day():
    # 366 days of 2024 and 365 of 2025.
    found = granted(731, date(2024, 1, 1), date(2025, 12, 31))
    assert (found.part_de(2024), found.part_de(2025)) == (366, 365)


def test_that_a_grant_of_one_day_is_whole_that_year():
    assert granted(99, date(2026, 12, 31), date(2026, 12, 31)).part_de(2026) == 99


DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))


@given(cents=st.integers(0, 10**9), ends=st.tuples(DAYS, DAYS).map(sorted))
def test_that_no_cent_is_lost_between_the_years(cents, ends):
    found = granted(cents, *ends)
    assert sum(found.part_de(annee) for annee in range(2019, 2031)) == cents
