"""A real register is handed over in the forms that others read."""

import json
from datetime import date

import pytest
from fhir.resources.R4B.measurereport import MeasureReport

from microstructure_desktop.animateur import exports
from microstructure_desktop.animateur.annee import NothingToReport
from microstructure_desktop.animateur.errors import NoConvention
from microstructure_desktop.animateur.exports import Format
from microstructure_desktop.domain.periods import Mois

from .cases import FEVRIER, JANVIER

AVRIL = date(2026, 4, 20)


@pytest.fixture
def work(region):
    cabinet = region.cabinet()
    region.send(cabinet)
    region.send(cabinet, FEVRIER)
    with region.register.read() as read:
        yield read


@pytest.mark.parametrize(("periode", "opened"), [(JANVIER, 1), (FEVRIER, 2), (2026, 2)])
def test_that_fhir_and_dhis2_say_the_same_figure(work, periode, opened):
    resource = MeasureReport.model_validate_json(
        exports.exporter(work, periode, Format.FHIR, AVRIL)
    )
    scores = {g.code.coding[0].code: g.measureScore.value for g in resource.group}
    assert scores["FORFAITS_82900_OUVERTS"] == opened
    body = json.loads(exports.exporter(work, periode, Format.DHIS2, AVRIL))
    values = {v["dataElement"]: v["value"] for v in body["dataValues"]}
    assert values == {code: str(value) for code, value in scores.items()}


def test_that_a_period_of_nothing_is_refused(work):
    for periode in (Mois(2026, 3), 2025, 2027):
        with pytest.raises(NothingToReport):
            exports.exporter(work, periode, Format.FHIR, AVRIL)


def test_that_a_file_is_named_by_codes(work):
    assert exports.nom(work, JANVIER, Format.FHIR) == "activite_OCC_2026-01_fhir.json"
    assert exports.nom(work, 2026, Format.DHIS2) == "activite_OCC_2026_dhis2.json"


def test_that_nothing_is_exported_before_a_convention(register):
    with register.read() as empty, pytest.raises(NoConvention):
        exports.exporter(empty, 2026, Format.FHIR, AVRIL)
