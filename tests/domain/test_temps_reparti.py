"""The microstructure's time shared by days, counted by hand."""

import pytest

from microstructure_desktop.domain.cycles import tous_les_cycles
from microstructure_desktop.domain.temps_reparti import repartir
from tests.exchange.cases import PROGRAMMES, inclusion, jour

MARCH = (jour("2024-03-01"), jour("2024-03-31"))


def parts(minutes, *inclusions, period=MARCH):
    return repartir(minutes, tous_les_cycles(inclusions, PROGRAMMES, period[1]), *period)


def test_that_minutes_are_shared_by_days_of_forfait():
    # March has 31 days. a: 31 days; b since the 22nd: 10 days; c left on the 9th: 9 days.
    # 50 days, 100 minutes: 2 minutes a day.
    found = parts(
        100,
        inclusion("a", "2023-06-01"),
        inclusion("b", "2024-03-22"),
        inclusion("c", "2023-09-01", "2024-03-09"),
        inclusion("d", "2024-04-01"),
        inclusion("e", "2023-01-01", "2024-02-29"),
        inclusion("f", "2023-01-01", programme="MSMA"),
    )
    assert found == {"a": 62, "b": 20, "c": 18}


def test_that_the_parts_add_up_to_the_whole():
    # Two thirds of a minute lost by each of three equal parts: the first two have one more.
    found = parts(125, *(inclusion(p, "2024-01-01") for p in "abc"))
    assert found == {"a": 42, "b": 42, "c": 41}


def test_that_the_largest_remainder_has_the_minute_left():
    # 30 days and 1 day, 2 minutes: 1.94 and 0.06.
    assert parts(2, inclusion("a", "2024-03-31"), inclusion("b", "2024-03-02")) == {"a": 0, "b": 2}


def test_that_a_day_in_two_forfaits_counts_once():
    # a: from 1 to 15 in one, from 15 to 31 in another, 31 days; b: 31 days.
    found = parts(
        60,
        inclusion("a", "2023-06-01", "2024-03-15"),
        inclusion("a", "2024-03-15", programme="EQUIPADDICT"),
        inclusion("b", "2024-01-01"),
    )
    assert found == {"a": 30, "b": 30}


@pytest.mark.parametrize("debut", ["2024-03-16", "2024-03-10"])
def test_that_two_years_of_one_person_are_one_person(debut):
    # The second year begins inside the month; an overlap left by mistake adds no day.
    a = inclusion("a", "2023-03-16", "2024-03-20" if debut == "2024-03-10" else "")
    others = [inclusion("a", debut)] if debut == "2024-03-10" else []
    assert parts(62, a, *others, inclusion("b", "2024-01-01")) == {"a": 31, "b": 31}


def test_that_nobody_has_a_part_when_no_forfait_is_open():
    assert parts(90, inclusion("a", "2024-04-01")) == {}
    assert repartir(90, (), *MARCH) == {}
