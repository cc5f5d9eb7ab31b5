"""Somebody else's reader of FHIR R4 finds the figures, and nothing of anybody."""

import json
from datetime import date

import pytest
from fhir.resources.R4B.measurereport import MeasureReport

from microstructure_desktop.animateur.measure_report import CODES, measure_report

from .sommes import ANNEE, OCTOBRE


@pytest.mark.parametrize(
    ("totaux", "debut", "fin"),
    [
        (OCTOBRE, date(2025, 10, 1), date(2025, 10, 31)),
        (ANNEE, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_that_a_stranger_reads_the_figures(totaux, debut, fin):
    written = measure_report(totaux, "OCC", "RAMIP", date(2025, 11, 20))
    found = MeasureReport.model_validate_json(written)
    assert (found.status, found.type) == ("complete", "summary")
    assert (found.period.start, found.period.end) == (debut, fin)
    assert found.reporter.identifier.value == "OCC"
    said = {g.code.coding[0].code: g.measureScore for g in found.group}
    assert said["ACTES_PSYCHOLOGUE_ENTRETIEN_INDIVIDUEL_CABINET"].value == 162
    assert said["TEMPS_PSYCHOLOGUE_ENTRETIEN_INDIVIDUEL_CABINET"].code == "min"
    assert (said["STRUCTURES_RECUES"].value, said["STRUCTURES_ATTENDUES"].value) == (27, 30)
    assert {g.code.coding[0].system for g in found.group} == {CODES}


def test_that_nobody_is_its_subject():
    written = json.loads(measure_report(OCTOBRE, "OCC", "RAMIP", date(2025, 11, 20)))
    assert "subject" not in written
    assert set(written["group"][0]) == {"code", "measureScore"}
