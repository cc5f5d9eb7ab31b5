"""A closed month keeps values and nobody."""

from dataclasses import fields

from microstructure_desktop.domain.mois_clos import ValeurFigee


def test_that_a_frozen_value_holds_no_one():
    assert "qui" not in {f.name for f in fields(ValeurFigee)}
    assert ValeurFigee("M01", "", "nombre", 7) == ValeurFigee("M01", "", "nombre", 7, None, 0)
