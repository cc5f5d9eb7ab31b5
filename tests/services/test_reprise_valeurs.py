"""Cells as people write them: each way is read, and what was guessed is said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.services import reprise_valeurs as valeurs

TODAY = date(2026, 11, 19)
BORN = date(1992, 5, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "14/05/1992",
        "14.5.1992",
        "14-05-1992",
        "14 05 1992",
        "1992-05-14",
        "1992-05-14T00:00:00",
        "14/05/1992 00:00",
        "14051992",
        "14 mai 1992",
        "14 MAI 1992",
        "  14/ 05 /1992\u00a0",
    ],
)
def test_that_a_day_is_read_in_each_usual_writing_without_a_remark(typed):
    assert valeurs.jour(typed, TODAY) == valeurs.Lu(BORN)


@pytest.mark.parametrize(
    ("typed", "read", "said"),
    [
        ("14.5.92", BORN, "1992"),
        ("14/05/26", date(2026, 5, 14), "2026"),
        ("19/11/26", TODAY, "2026"),
        ("20/11/26", date(1926, 11, 20), "1926"),
        ("1er août 79", date(1979, 8, 1), "1979"),
        ("33738", date(1992, 5, 14), "14/05/1992"),
    ],
)
def test_that_a_guess_is_never_in_the_future_and_is_said(typed, read, said):
    lu = valeurs.jour(typed, TODAY)
    assert lu.valeur == read
    assert said in lu.remarque


@pytest.mark.parametrize(
    "typed", ["31/02/1980", "05/14/1992", "1992", "12", "mai 1992", "?", "14/5", "3000"]
)
def test_that_what_is_no_day_is_said_with_an_example(typed):
    lu = valeurs.jour(typed, TODAY)
    assert lu.valeur is None
    assert "14/05/1992" in lu.faute


def test_that_an_empty_cell_is_neither_a_day_nor_a_fault():
    assert valeurs.jour("  ", TODAY) == valeurs.Lu()


@given(st.dates(date(1920, 1, 1), TODAY))
def test_that_each_day_is_read_back_from_each_writing(day):
    serial = (day - date(1899, 12, 30)).days
    for text in (
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        str(serial),
    ):
        assert valeurs.jour(text, TODAY).valeur == day


@given(st.dates(TODAY - timedelta(days=36_000), TODAY))
def test_that_two_figures_of_a_year_mean_the_last_hundred_years(day):
    assert valeurs.jour(f"{day:%d/%m/%y}", TODAY).valeur == day


@given(st.text(max_size=40))
def test_that_any_text_is_read_or_faulted(text):
    lu = valeurs.jour(text, TODAY)
    assert lu.valeur is None or not lu.faute
    assert valeurs.propre(valeurs.propre(text)) == valeurs.propre(text)
    assert len(valeurs.telephone(text).valeur or "") <= valeurs.MAX_TEXTE


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("06 12 34 56 78", "0612345678"),
        ("06.12.34.56.78", "0612345678"),
        ("612345678", "0612345678"),
        ("+33 6 12 34 56 78", "0612345678"),
        ("0033612345678", "0612345678"),
        ("+33 (0)6 12 34 56 78", "0612345678"),
        ("+32 475 12 34 56", "+32475123456"),
        ("", ""),
    ],
)
def test_that_a_telephone_is_kept_bare(typed, bare):
    assert valeurs.telephone(typed) == valeurs.Lu(bare)


def test_that_an_odd_telephone_is_kept_as_it_was_and_said():
    lu = valeurs.telephone("06 12 34 56 78 (mère)")
    assert lu.valeur == "06 12 34 56 78 (mère)"
    assert lu.remarque


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("DE LA FONTAINE Jean Luc", ("DE LA FONTAINE", "Jean Luc")),
        ("Dupont Marie", ("Dupont", "Marie")),
        ("DUPONT MARIE", ("DUPONT", "MARIE")),
        ("Dupont, Marie Anne", ("Dupont", "Marie Anne")),
        ("Dupont", ("Dupont", "")),
        ("", ("", "")),
    ],
)
def test_that_a_full_name_is_split(typed, parts):
    assert valeurs.nom_complet(typed) == parts


def test_that_names_are_trimmed_and_first_names_are_not_shouted():
    assert valeurs.nom("  O’\u00adNeil \n Smith\u202e ").valeur == "O’Neil Smith"
    assert valeurs.prenom("SOPHIE-ANNE").valeur == "Sophie-Anne"
    assert valeurs.prenom("jean").valeur == "jean"
    assert "100" in valeurs.nom("x" * 101).faute


def test_that_what_looks_like_a_formula_is_only_text():
    assert valeurs.nom("=HYPERLINK(1)").valeur == "=HYPERLINK(1)"
    assert valeurs.nom("@SUM+1").valeur == "@SUM+1"
