"""French dates, times, amounts and counts; and what people type is read generously."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.ui import texts

TODAY = date(2026, 11, 19)  # a Thursday
N = "\u00a0"
T = "\u202f"
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("19/11/2026", date(2026, 11, 19)),
        ("19/11/26", date(2026, 11, 19)),
        ("191126", date(2026, 11, 19)),
        ("19112026", date(2026, 11, 19)),
        ("1911", date(2026, 11, 19)),
        ("19/11", date(2026, 11, 19)),
        ("3-12", date(2026, 12, 3)),
        ("3.12.26", date(2026, 12, 3)),
        ("3 12 2026", date(2026, 12, 3)),
        (" 19/11/2026 ", date(2026, 11, 19)),
        ("14/05/92", date(1992, 5, 14)),
        ("14/05/36", date(2036, 5, 14)),
        ("14/05/37", date(1937, 5, 14)),
        ("2026-11-19", date(2026, 11, 19)),
        ("aujourd’hui", TODAY),
        ("Demain", date(2026, 11, 20)),
        ("après-demain", date(2026, 11, 21)),
        ("hier", date(2026, 11, 18)),
        ("+2s", date(2026, 12, 3)),
        ("+ 2 sem.", date(2026, 12, 3)),
        ("+3", date(2026, 11, 22)),
        ("-1j", date(2026, 11, 18)),
        ("+1m", date(2026, 12, 19)),
        ("+3 mois", date(2027, 2, 19)),
        ("+1 an", date(2027, 11, 19)),
        ("vendredi", date(2026, 11, 20)),
        ("jeu.", date(2026, 11, 26)),
        ("mer", date(2026, 11, 25)),
    ],
)
def test_that_a_typed_day_is_understood(typed, day):
    assert texts.parse_date(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "31/02/2026", "19/13/2026", "0", "99", "19/11/202", "bientôt", "+2x", "+", "19//11",
     "١٩/١١/٢٠٢٦", "19/11/0026", "+999 ans", "3e", "19/11/2026 14:00"],
)  # fmt: skip
def test_that_what_is_no_day_is_refused(typed):
    assert texts.parse_date(typed, TODAY) is None


def test_that_a_month_added_to_the_last_day_stays_in_its_month():
    assert texts.parse_date("+1m", date(2027, 1, 31)) == date(2027, 2, 28)


@given(DAYS, DAYS)
def test_that_a_written_day_is_read_back(day, today):
    assert texts.parse_date(texts.numeric_date(day), today) == day


@given(DAYS)
def test_that_a_day_of_this_year_needs_no_year(day):
    assert texts.parse_date(f"{day.day}/{day.month}", day.replace(day=1)) == day


@given(DAYS, st.integers(0, 999))
def test_that_days_are_counted(today, days):
    later = today + timedelta(days=days)
    if later.year < 2200:
        assert texts.parse_date(f"+{days}j", today) == later


@given(st.text(max_size=12))
def test_that_any_text_is_read_or_refused(typed):
    assert isinstance(texts.parse_date(typed, TODAY), date | None)
    assert isinstance(texts.parse_time(typed), time | None)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("14:00", time(14)),
        ("14h", time(14)),
        ("14H30", time(14, 30)),
        ("14 h 30", time(14, 30)),
        ("14h30min", time(14, 30)),
        ("1400", time(14)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("9.15", time(9, 15)),
        ("0:05", time(0, 5)),
    ],
)
def test_that_a_typed_time_is_understood(typed, moment):
    assert texts.parse_time(typed) == moment


@pytest.mark.parametrize("typed", ["", "24:00", "14:60", "midi", "14h3", "12345", "-1", "١٤"])
def test_that_what_is_no_time_is_refused(typed):
    assert texts.parse_time(typed) is None


@given(st.times())
def test_that_a_written_time_is_read_back(moment):
    written = texts.clock(moment)
    assert texts.parse_time(written) == moment.replace(second=0, microsecond=0, tzinfo=None)
