"""The report is made of what is here: nothing about one person can be put in it."""

from dataclasses import fields

from microstructure_desktop.reports.printed_rapport import ChapitreImprime, RapportImprime


def test_that_nothing_of_the_report_holds_a_patient():
    names = {f.name for made in (ChapitreImprime, RapportImprime) for f in fields(made)}
    types = " ".join(
        str(f.type) for made in (ChapitreImprime, RapportImprime) for f in fields(made)
    )
    assert "patients" not in names
    assert "Patient" not in types
