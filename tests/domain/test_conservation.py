"""A decision to keep holds until its day, not on it."""

from datetime import date

from microstructure_desktop.domain.conservation import Choix, Conservation


def test_that_the_question_comes_back_on_the_day_said():
    kept = Conservation("k", "p", date(2026, 1, 5), "m", Choix.GARDER, "litige", date(2027, 1, 5))
    assert kept.vaut(date(2027, 1, 4))
    assert not kept.vaut(date(2027, 1, 5))
