"""A permanence comes back each week; an absence covers its days."""

from datetime import date, time

from microstructure_desktop.domain.agenda import Absence, Permanence


def test_that_a_permanence_is_held_on_its_weekday_between_its_days():
    mardi = Permanence("p", "m", 1, time(9), time(12), date(2026, 11, 3), date(2026, 11, 24))
    held = [date(2026, 11, d) for d in range(1, 31) if mardi.tenue(date(2026, 11, d))]
    assert held == [date(2026, 11, d) for d in (3, 10, 17, 24)]


def test_that_a_permanence_without_end_goes_on():
    mardi = Permanence("p", "m", 1, time(9), time(12), date(2026, 11, 3))
    assert mardi.tenue(date(2030, 1, 1))
    assert not mardi.tenue(date(2026, 10, 27))


def test_that_an_absence_covers_both_its_ends():
    away = Absence("a", "m", date(2026, 12, 24), date(2026, 12, 26))
    covered = [d for d in range(22, 29) if away.couvre(date(2026, 12, d))]
    assert covered == [24, 25, 26]
