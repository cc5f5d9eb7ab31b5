"""Holidays, against the calendars that everybody has on a wall."""

from datetime import date

import pytest

from microstructure_desktop.domain.feries import Ferie, ferie, paques


@pytest.mark.parametrize(
    "dimanche",
    [
        date(1961, 4, 2),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
    ],
)
def test_that_easter_falls_where_it_fell_or_will(dimanche):
    assert paques(dimanche.year) == dimanche


def test_that_2026_has_its_eleven_holidays():
    year = [
        date.fromordinal(n)
        for n in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal())
    ]
    assert {f: jour for jour in year if (f := ferie(jour)) is not None} == {
        Ferie.JOUR_DE_L_AN: date(2026, 1, 1),
        Ferie.LUNDI_DE_PAQUES: date(2026, 4, 6),
        Ferie.FETE_DU_TRAVAIL: date(2026, 5, 1),
        Ferie.VICTOIRE_1945: date(2026, 5, 8),
        Ferie.ASCENSION: date(2026, 5, 14),
        Ferie.LUNDI_DE_PENTECOTE: date(2026, 5, 25),
        Ferie.FETE_NATIONALE: date(2026, 7, 14),
        Ferie.ASSOMPTION: date(2026, 8, 15),
        Ferie.TOUSSAINT: date(2026, 11, 1),
        Ferie.ARMISTICE_1918: date(2026, 11, 11),
        Ferie.NOEL: date(2026, 12, 25),
    }


def test_that_two_holidays_of_one_day_are_the_first_of_the_list():
    assert ferie(date(2008, 5, 1)) is Ferie.FETE_DU_TRAVAIL  # and Ascension


def test_that_a_working_day_is_none():
    assert ferie(date(2026, 11, 19)) is None
