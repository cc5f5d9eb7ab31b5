"""The sheet is made of counts sealed by others, and of no person."""

from dataclasses import fields

from microstructure_desktop.reports.papier_imprime import PapierImprime


def test_that_it_has_no_place_for_a_person():
    assert [field.name for field in fields(PapierImprime)] == [
        "genre",
        "emetteur",
        "structure",
        "mois",
        "id8",
        "codes",
        "edite_le",
    ]
