"""A table that does not hold together is refused before anybody opens it."""

import pytest

from microstructure_desktop.reports.tableur.feuilles import Feuille

from .cas import COLONNES, REMARQUE


def test_that_a_row_fills_its_columns():
    with pytest.raises(ValueError, match="Actes: a row"):
        Feuille("Actes", "Actes", COLONNES, ((1, None),))


def test_that_a_key_stands_once():
    with pytest.raises(ValueError, match="Actes: a key"):
        Feuille("Actes", "Actes", (REMARQUE, REMARQUE), ())


def test_that_no_value_is_told_in_the_refusal():
    with pytest.raises(ValueError, match="row") as refus:
        Feuille("Actes", "Actes", (REMARQUE,), (("Dupont", "Marie"),))
    assert "Dupont" not in str(refus.value)
