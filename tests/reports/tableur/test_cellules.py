"""A cell holds what its column announces, or nothing is written."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from microstructure_desktop.reports.tableur.cellules import cellule, lignes
from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre

from .cas import ACTES, LIEUX


def colonne(genre, decimales=0):
    return Colonne("c", "C", genre, "Une colonne.", decimales, codes=LIEUX)


def test_the_rows_of_a_table():
    assert list(lignes(ACTES)) == [
        [
            7,
            date(2026, 11, 3),
            time(14, 30),
            "oui",
            "À domicile",
            Decimal("2.68"),
            Decimal("0.425"),
            Decimal(829),
            "Revient; peut-être",
        ],
        [
            8,
            date(2025, 1, 31),
            time(9),
            "non",
            "ANCIEN",
            Decimal("-0.50"),
            Decimal(1),
            Decimal("-0.05"),
            "=1+1",
        ],
        [None] * 9,
    ]


@pytest.mark.parametrize(
    ("decimals", "value", "rounded"),
    [(0, 2.5, "3"), (1, 0.05, "0.1"), (2, 2.675, "2.68"), (2, Decimal("-2.675"), "-2.68")],
)
def test_that_halves_are_rounded_as_in_school(decimals, value, rounded):
    assert cellule(colonne(Genre.DECIMAL, decimals), value) == Decimal(rounded)


def test_that_the_decimals_of_a_percentage_are_those_people_read():
    assert cellule(colonne(Genre.POUR_CENT), 1 / 3) == Decimal("0.33")
    assert cellule(colonne(Genre.POUR_CENT, 1), 1 / 3) == Decimal("0.333")


def test_that_a_text_of_nothing_is_an_empty_cell():
    assert cellule(colonne(Genre.TEXTE), "") is None
    assert cellule(colonne(Genre.TEXTE), "\x00") is None


def test_that_a_time_is_told_to_the_minute():
    assert cellule(colonne(Genre.HEURE), time(14, 30, 59, 7)) == time(14, 30)


@pytest.mark.parametrize(
    ("genre", "value"),
    [
        (Genre.ENTIER, True),
        (Genre.ENTIER, 1.0),
        (Genre.ENTIER, "secret"),
        (Genre.EUROS, 829.0),
        (Genre.DECIMAL, True),
        (Genre.DECIMAL, float("nan")),
        (Genre.POUR_CENT, Decimal("Infinity")),
        (Genre.DATE, datetime(2026, 11, 3)),  # noqa: DTZ001 -- a day is not an instant
        (Genre.DATE, "secret"),
        (Genre.HEURE, "secret"),
        (Genre.OUI_NON, 1),
        (Genre.TEXTE, 1),
        (Genre.CODE, 1),
    ],
)
def test_that_another_kind_is_refused_without_being_told(genre, value):
    with pytest.raises(TypeError) as refused:
        cellule(colonne(genre), value)
    assert "secret" not in str(refused.value)
