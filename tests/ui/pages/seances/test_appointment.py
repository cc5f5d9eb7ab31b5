"""One field reads a day, an hour, or both, as people write them."""

from datetime import date, time

import pytest

from microstructure_desktop.ui.pages.seances.appointment import later, read, written
from tests.cabinet import TODAY

DECEMBER_3 = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("03/12/2026 14:00", (DECEMBER_3, time(14))),
        ("3/12 14h", (DECEMBER_3, time(14))),
        ("03122026 9h30", (DECEMBER_3, time(9, 30))),
        ("+2s", (DECEMBER_3, None)),
        ("+2 sem.", (DECEMBER_3, None)),
        ("+2s 9h", (DECEMBER_3, time(9))),
        ("jeudi", (date(2026, 11, 26), None)),
        ("jeudi 14:30", (date(2026, 11, 26), time(14, 30))),
        ("3/12", (DECEMBER_3, None)),
        ("3 12", (DECEMBER_3, None)),
        ("3/12 14", (DECEMBER_3, time(14))),  # not 2014
        ("03/12/2025", (date(2025, 12, 3), None)),  # said to be past, never guessed
        ("", (None, None)),
        ("bientôt", (None, None)),
        ("14:00", (None, None)),
        ("03/12/2026 25:00", (None, None)),
    ],
)
def test_that_a_day_and_an_hour_are_read(typed, expected):
    assert read(typed, TODAY) == expected


def test_that_what_is_written_is_read_back():
    for heure in (time(14), time(9, 5)):
        assert read(written(DECEMBER_3, heure), TODAY) == (DECEMBER_3, heure)
    assert (written(None, None), written(DECEMBER_3, None)) == ("", "03/12/2026")


@pytest.mark.parametrize(
    ("delay", "expected"),
    [("1s", date(2026, 11, 26)), ("2s", DECEMBER_3), ("1m", date(2026, 12, 19))],
)
def test_that_a_delay_counts_from_the_session(delay, expected):
    assert later(delay, TODAY, TODAY) == expected


def test_that_a_session_noted_late_keeps_its_weekday_within_a_week():
    assert later("1s", date(2026, 11, 17), TODAY) == date(2026, 11, 24)
    for session in (date(2026, 10, 1), date(2026, 11, 12), date(2026, 12, 1), None):
        assert later("1s", session, TODAY) == date(2026, 11, 26)
