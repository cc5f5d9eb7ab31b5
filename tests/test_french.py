"""French dates, times, amounts and counts as they are written."""

from datetime import date, timedelta

import pytest

from microstructure_desktop import french

TODAY = date(2026, 11, 19)  # a Thursday
N = "\u00a0"
T = "\u202f"


@pytest.mark.parametrize(
    ("write", "day", "written"),
    [
        (french.long_date, date(2026, 11, 19), f"jeudi 19{N}novembre{N}2026"),
        (french.long_date, date(2026, 12, 1), f"mardi 1er{N}décembre{N}2026"),
        (french.plain_date, date(2026, 8, 2), f"2{N}août{N}2026"),
        (french.day_and_month, date(2026, 12, 1), f"1er{N}décembre"),
        (french.short_date, date(2026, 11, 19), f"jeu.{N}19{N}nov."),
        (french.short_date, date(2026, 7, 1), f"mer.{N}1er{N}juil."),
        (french.numeric_date, date(2026, 3, 2), "02/03/2026"),
        (french.month_and_year, date(2026, 2, 28), f"février{N}2026"),
        (french.weekday, date(2026, 11, 22), "dimanche"),
        (french.short_weekday, date(2026, 11, 22), "dim."),
    ],
)
def test_that_a_day_is_written_as_one_reads_it(write, day, written):
    assert write(day) == written


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (0, "aujourd’hui"),
        (-1, "hier"),
        (1, "demain"),
        (-2, f"mar.{N}17{N}nov."),
        (5, f"mar.{N}24{N}nov."),
        (-28, f"22{N}oct."),
        (-400, f"15{N}oct.{N}2025"),
        (60, f"18{N}janv.{N}2027"),
    ],
)
def test_that_a_near_day_is_said_more_simply(days, written):
    assert french.near_date(TODAY + timedelta(days=days), TODAY) == written


@pytest.mark.parametrize(
    ("minutes", "written", "compared"),
    [
        (45, f"45{N}min", f"0{N}h{N}45"),
        (80, f"1{N}h{N}20", f"1{N}h{N}20"),
        (120, f"2{N}h", f"2{N}h{N}00"),
        (65, f"1{N}h{N}05", f"1{N}h{N}05"),
        (0, f"0{N}min", f"0{N}h{N}00"),
    ],
)
def test_that_a_duration_is_written_in_hours(minutes, written, compared):
    assert french.duration(minutes) == written
    assert french.hours(minutes) == compared


@pytest.mark.parametrize(
    ("cents", "exact", "rounded"),
    [
        (82900, f"829,00{N}€", f"829{N}€"),
        (1989600, f"19{T}896,00{N}€", f"19{T}896{N}€"),
        (82950, f"829,50{N}€", f"829,50{N}€"),
        (5, f"0,05{N}€", f"0,05{N}€"),
        (-1250, f"−12,50{N}€", f"−12,50{N}€"),
        (-100000, f"−1{T}000,00{N}€", f"−1{T}000{N}€"),
    ],
)
def test_that_an_amount_is_written_in_euros(cents, exact, rounded):
    assert french.amount(cents) == exact
    assert french.round_amount(cents) == rounded


@pytest.mark.parametrize(
    ("quantity", "one", "many", "written"),
    [
        (0, "séance", "", f"0{N}séance"),
        (1, "séance", "", f"1{N}séance"),
        (2, "séance", "", f"2{N}séances"),
        (1200, "séance", "", f"1{T}200{N}séances"),
        (3, "rendez-vous", "", f"3{N}rendez-vous"),
        (2, "travail", "travaux", f"2{N}travaux"),
        (4, "fiche manquante", "", f"4{N}fiches manquantes"),
    ],
)
def test_that_a_count_agrees(quantity, one, many, written):
    assert french.count(quantity, one, many) == written


def test_that_a_rank_is_written_above_the_line():
    assert [french.ordinal(rank) for rank in (1, 2, 5)] == ["1ʳᵉ", "2ᵉ", "5ᵉ"]
    assert french.ordinal(1, masculine=True) == "1ᵉʳ"
