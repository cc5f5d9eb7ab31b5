"""The sense of the last change, and the scale to show first."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.domain.trajectoire import Mesure, Sens, Serie, Trajectoire
from tests.factories import PATIENT

LEVELS = ((Decimal(0), "Bas"), (Decimal(1), "Haut"))


def serie(*values: int | None, month: int = 1, **changes) -> Serie:
    """One measure a day from the first of a month."""
    mesures = tuple(
        Mesure(date(2026, month, n), None if v is None else Decimal(v), str(v), "Fiche", "")
        for n, v in enumerate(values, start=1)
    )
    base = {"cle": f"s{month}", "titre": "S", "famille": "F"}
    return Serie(**base, bas=Decimal(0), haut=Decimal(40), mesures=mesures, **changes)


@pytest.mark.parametrize(
    ("values", "sens"),
    [
        ((24, 15), Sens.BAISSE),
        ((24, 15, 16), Sens.HAUSSE),
        ((15, 24, 24), Sens.STABLE),
        ((24, None, 15), Sens.BAISSE),
        ((24, 15, None), Sens.BAISSE),
        ((24,), None),
        ((24, None), None),
        ((), None),
    ],
)
def test_that_the_last_two_points_are_compared(values, sens):
    assert serie(*values).sens is sens


def test_that_a_level_is_the_same_or_another_and_never_higher():
    assert serie(0, 1, niveaux=LEVELS).sens is Sens.CHANGE
    assert serie(1, 0, niveaux=LEVELS).sens is Sens.CHANGE
    assert serie(1, 1, niveaux=LEVELS).sens is Sens.STABLE


def test_that_what_was_not_said_is_no_point():
    found = serie(3, None, 5, None)
    assert [m.libelle for m in found.points] == ["3", "5"]
    assert found.derniere.jour == date(2026, 1, 3)


def test_that_the_scale_shown_first_is_the_last_one_that_can_be_compared():
    old, new = serie(3, 4, principal=True), serie(3, 4, month=6, principal=True)
    alone = serie(3, month=9, principal=True)
    part, other = serie(3, 4, month=9), serie(3, 4, month=10)
    assert Trajectoire(PATIENT, (old, alone, part, new, other)).echelle is new
    assert Trajectoire(PATIENT, (alone, other)).echelle is None
