"""What is printed of a billing holds no identifier of the store."""

from dataclasses import fields

from microstructure_desktop.reports import facturation_imprimee as printed


def test_that_no_field_holds_a_record():
    for content in (printed.BordereauImprime, printed.ForfaitFacture, printed.PreuveImprimee):
        kinds = " ".join(str(f.type) for f in fields(content))
        assert "Id" not in kinds
        assert "Patient" not in kinds
