"""The demonstration's clock stands where it is put."""

from datetime import UTC, date, datetime, time

from microstructure_desktop.demo.clock import Clock


def test_that_the_clock_tells_the_local_time_it_was_set_to_and_does_not_run():
    clock = Clock(date(2026, 3, 29))
    clock.set(date(2026, 3, 29), time(14, 30))
    local = datetime(2026, 3, 29, 14, 30).astimezone()
    assert clock() == local
    assert clock().tzinfo is UTC
    assert clock() == clock()
