"""What left once binds what may leave of the same people."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import (
    Canal,
    Divulgation,
    Motif,
    Refus,
    TableauDiffuse,
    rediffusion,
)
from microstructure_desktop.domain.ids import DivulgationId

FAITE = Divulgation(
    DivulgationId("d1"),
    date(2026, 1, 12),
    Canal.RAPPORT,
    Population.ENTRANTS,
    "2025",
    "sexe",
    3,
    (Effectif("F", 12), Effectif("H_AUTRE_NR", 14)),
)
ENCORE = replace(FAITE, id=DivulgationId("d2"), jour=date(2026, 2, 3), canal=Canal.EXPORT)
TUE = replace(FAITE, niveau=None, valeurs=())


def test_that_what_never_left_may_leave():
    assert rediffusion([], FAITE) is FAITE


def test_that_another_year_or_variable_does_not_bind():
    autres = [replace(FAITE, periode="2024"), replace(FAITE, variable="produit")]
    assert rediffusion(autres, ENCORE) is ENCORE


def test_that_the_same_figures_leave_again_as_they_left():
    assert rediffusion([FAITE], ENCORE) is FAITE


def test_that_a_correction_never_leaves():
    corrigee = replace(ENCORE, valeurs=(Effectif("F", 13), Effectif("H_AUTRE_NR", 14)))
    assert rediffusion([FAITE], corrigee) == Refus(Motif.AUTRES_VALEURS, FAITE)


def test_that_a_table_is_figures_too():
    def told(cell):
        table = TableauDiffuse("File active", ("2025",), (("Personnes", cell),))
        return replace(ENCORE, valeurs=(), tableau=table)

    assert rediffusion([told("12")], told("12")) == told("12")
    assert rediffusion([told("12")], told("11")) == Refus(Motif.AUTRES_VALEURS, told("12"))


def test_that_another_level_never_leaves():
    plus_fin = replace(ENCORE, niveau=2)
    assert rediffusion([FAITE], plus_fin) == Refus(Motif.AUTRE_NIVEAU, FAITE)


def test_that_what_was_told_as_withheld_stays_so():
    # one woman entered late would make 11: whoever knows that she did would know her sex
    assert rediffusion([TUE], ENCORE) == Refus(Motif.AUTRE_NIVEAU, TUE)
    assert rediffusion([TUE], replace(ENCORE, niveau=None, valeurs=())) is TUE


def test_that_what_left_is_not_withdrawn_by_silence():
    assert rediffusion([FAITE], replace(TUE, jour=ENCORE.jour)) == Refus(Motif.AUTRE_NIVEAU, FAITE)


def test_that_the_first_to_leave_binds_whatever_the_order_read():
    corrigee = replace(ENCORE, valeurs=(Effectif("F", 13), Effectif("H_AUTRE_NR", 14)))
    assert rediffusion([corrigee, FAITE], replace(FAITE, id=DivulgationId("d3"))) is FAITE


@pytest.mark.parametrize("periode", ["2024", "2025"])
def test_that_a_trait_of_those_who_entered_is_never_told_of_those_who_left(periode):
    sortants = replace(ENCORE, population=Population.SORTANTS, periode=periode)
    assert rediffusion([FAITE], sortants) == Refus(Motif.AUTRE_POPULATION)


@pytest.mark.parametrize("jour", [date(2024, 12, 31), date(2025, 12, 31)])
def test_that_a_year_leaves_once_it_is_over(jour):
    assert rediffusion([], replace(FAITE, jour=jour)) == Refus(Motif.ANNEE_EN_COURS)
    nouvel_an = replace(FAITE, jour=date(2026, 1, 1))
    assert rediffusion([], nouvel_an) is nouvel_an


@pytest.mark.parametrize("periode", ["2025-03", "2025-T1", "25", "", "deux", "²025", "٢٠٢٥"])
def test_that_only_whole_years_leave(periode):
    assert rediffusion([], replace(FAITE, periode=periode)) == Refus(Motif.PERIODE)
