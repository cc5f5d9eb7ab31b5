"""Extensions: those of R4 that we use, ours, those kept; the rest refused."""

from decimal import Decimal

import pytest

from microstructure_desktop.forms.fhir import extensions_reader, vocabulary
from microstructure_desktop.forms.fhir.element import Element
from microstructure_desktop.forms.model import Control, ItemType

HL7 = "http://hl7.org/fhir/StructureDefinition/"


def facts(kind, *rows):
    table = Element({"extension": list(rows)}, [], "q")
    return extensions_reader.facts(table, kind), [fault.sentence for fault in table.faults]


def test_that_bounds_unit_and_facts_of_ours_are_read():
    found, faults = facts(
        ItemType.DECIMAL,
        {"url": f"{HL7}minValue", "valueDecimal": Decimal("1.5")},
        {"url": f"{HL7}maxValue", "valueInteger": 9},
        {"url": f"{HL7}questionnaire-unit", "valueCoding": {"code": "kg"}},
        {"url": f"{HL7}entryFormat", "valueString": "0,0"},
        vocabulary.extension("nr", value=True),
    )
    assert faults == []
    assert found.keys == {"min": Decimal("1.5"), "max": 9, "unit": "kg"}
    assert found.own == {"nr": True}
    assert found.kept == {
        "unit": {"code": "kg"},
        "extension": [{"url": f"{HL7}entryFormat", "valueString": "0,0"}],
    }


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (ItemType.DATE, {"url": f"{HL7}minValue", "valueDate": "2026-01-01"}),
        (ItemType.TEXT, {"url": f"{HL7}minValue", "valueInteger": 1}),
        (ItemType.INTEGER, {"url": f"{HL7}maxValue", "valueInteger": True}),
        (ItemType.INTEGER, {"url": f"{HL7}minValue", "valueInteger": 1, "id": "x"}),
        (ItemType.TEXT, {"url": f"{HL7}questionnaire-unit", "valueCoding": {"code": "kg"}}),
        (ItemType.TEXT, {"url": f"{HL7}questionnaire-hidden", "valueBoolean": True}),
        (ItemType.TEXT, {"url": f"{HL7}questionnaire-itemControl"}),
        (ItemType.TEXT, {"url": f"{HL7}regex", "valueString": "x"}),
        (ItemType.TEXT, {"url": "urn:microstructure:extension:nr", "valueBoolean": "x"}),
        (ItemType.TEXT, {}),
    ],
)
def test_that_the_rest_is_refused(kind, row):
    _, faults = facts(kind, row)
    assert faults


@pytest.mark.parametrize(
    ("code", "kind", "repeats", "expected", "kept"),
    [
        ("slider", ItemType.INTEGER, False, Control.ECHELLE, {}),
        ("radio-button", ItemType.CHOICE, False, Control.SEGMENTS, {}),
        ("drop-down", ItemType.BOOLEAN, False, Control.LISTE, {}),
        ("check-box", ItemType.CHOICE, True, Control.PUCES, {}),
        ("autocomplete", ItemType.CHOICE, False, Control.LISTE, {"control": "autocomplete"}),
        ("check-box", ItemType.BOOLEAN, False, None, {"control": "check-box"}),
        ("spinner", ItemType.INTEGER, False, None, {"control": "spinner"}),
        ("prompt", ItemType.DISPLAY, False, None, {"control": "prompt"}),
    ],
)
def test_that_a_common_control_is_ours_or_kept(code, kind, repeats, expected, kept):
    table = Element({}, [], "q")
    found = extensions_reader.Facts(keys={"min": 0, "max": 10}, control=code)
    assert extensions_reader.control(table, kind, found, repeats=repeats) is expected
    assert found.kept == kept
    assert table.faults == []


def test_that_another_control_is_refused_and_a_long_slider_is_none():
    table = Element({}, [], "q")
    found = extensions_reader.Facts(control="gtable")
    assert extensions_reader.control(table, ItemType.CHOICE, found, repeats=False) is None
    assert "gtable" in table.faults[0].sentence
    long = extensions_reader.Facts(keys={"min": 0, "max": 100}, control="slider")
    assert extensions_reader.control(table, ItemType.INTEGER, long, repeats=False) is None
