"""Time counts for the patient on screen, and for no other."""

from datetime import UTC, datetime, timedelta

import pytest

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.ui.pages.reunions.stopwatch import Stopwatch

A, B = PatientId("a"), PatientId("b")


class Watch:
    """A clock that the test moves."""

    def __init__(self):
        self.at = datetime(2026, 11, 19, 12, 30, tzinfo=UTC)

    def __call__(self):
        return self.at

    def wait(self, seconds):
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def stopwatch(watch):
    return Stopwatch(watch)


def test_that_nobody_discussed_has_no_time(stopwatch):
    assert stopwatch.minutes() is None
    stopwatch.set_minutes(5)
    assert stopwatch.minutes() is None


def test_that_minutes_are_rounded_to_the_nearest(stopwatch, watch):
    stopwatch.start(A, 0)
    for wait, minutes in ((29, 0), (1, 1), (59, 1), (1, 2)):
        watch.wait(wait)
        assert stopwatch.minutes() == minutes


def test_that_short_visits_add_up(stopwatch, watch):
    for _ in range(3):
        stopwatch.start(A, stopwatch.minutes() or 0)
        watch.wait(20)
        shown = stopwatch.minutes()
        stopwatch.start(B, 0)
        watch.wait(600)
        stopwatch.start(A, shown)
    assert stopwatch.minutes() == 1


def test_that_time_goes_on_from_what_the_meeting_says(stopwatch, watch):
    stopwatch.start(A, 8)
    for _ in range(2):
        watch.wait(60)
        stopwatch.minutes()
    assert stopwatch.minutes() == 10


def test_that_a_sleep_counts_for_nothing(stopwatch, watch):
    stopwatch.start(A, 8)
    watch.wait(61)
    assert stopwatch.minutes() == 8
    watch.wait(60)
    assert stopwatch.minutes() == 9
    watch.wait(70_000)
    stopwatch.stop()
    stopwatch.start(A, 9)
    assert stopwatch.minutes() == 9


def test_that_a_clock_put_back_takes_nothing_away(stopwatch, watch):
    stopwatch.start(A, 8)
    watch.wait(-720)
    assert stopwatch.minutes() == 8
    watch.wait(60)
    assert stopwatch.minutes() == 9


def test_that_a_correction_is_where_counting_goes_on_from(stopwatch, watch):
    stopwatch.start(A, 0)
    watch.wait(600)
    stopwatch.set_minutes(3)
    assert stopwatch.minutes() == 3
    watch.wait(60)
    assert stopwatch.minutes() == 4


def test_that_time_off_the_page_does_not_count(stopwatch, watch):
    stopwatch.start(A, 0)
    watch.wait(60)
    stopwatch.stop()
    watch.wait(3600)
    assert stopwatch.minutes() is None
    stopwatch.start(A, 1)
    assert stopwatch.minutes() == 1
