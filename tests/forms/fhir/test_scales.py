"""A scale goes out as its rows and its scores; its sentences stay on the sheet."""

from decimal import Decimal

from microstructure_desktop.forms.fhir import scales
from microstructure_desktop.forms.model import Item, ItemType

from .cases import extensions, installed

PHQ = installed().instruments["phq_9"]
ITEM = Item("phq_9", "PHQ-9", ItemType.INSTRUMENT, instrument=PHQ)


def test_that_rows_are_integers_among_those_allowed_and_scores_are_read_only():
    rows = {row["linkId"]: row for row in scales.children("phq_9", PHQ)}
    assert len(rows) == 13
    assert rows["phq_9.1"] == {
        "linkId": "phq_9.1",
        "text": "Intérêt",
        "type": "integer",
        "answerOption": [{"valueInteger": n} for n in (0, 1, 2, 3)],
    }
    total = rows["phq_9.score.total"]
    assert (total["type"], total["readOnly"]) == ("integer", True)
    assert extensions(total)["score"] == "calcul = somme ; cotes = 1 2 3 4 5 6 7 8 9"


def test_that_a_total_typed_in_keeps_its_bounds_and_its_decimals():
    found = next(
        scale
        for scale in installed().instruments.values()
        if any(not cote.valeurs and cote.decimales for cote in scale.cotes)
    )
    cote = next(c for c in found.cotes if not c.valeurs and c.decimales)
    row = next(r for r in scales.children("s", found) if r["linkId"] == f"s.{cote.n}")
    assert row["type"] == "decimal"
    low, high = cote.bornes
    said = extensions(row)
    assert (said["minValue"], said["maxValue"]) == (low, high)
    assert said["maxDecimalPlaces"] == cote.decimales


def test_that_answers_come_with_the_scores_worked_out():
    cotes = {"1": 3, "2": 2, **{str(n): 1 for n in range(3, 10)}, "10": None}
    rows = {
        row["linkId"]: row["answer"]
        for row in scales.answered("s", ITEM, {"version": 1, "cotes": cotes})
    }
    assert rows["s.1"] == [{"valueInteger": 3}]
    assert "s.10" not in rows
    assert rows["s.score.total"] == [{"valueInteger": 12}]
    assert rows["s.score.phq_2"] == [{"valueInteger": 5}]


def test_that_a_missing_row_leaves_no_score_and_an_unknown_version_keeps_the_rows():
    rows = scales.answered("s", ITEM, {"version": 1, "cotes": {"3": 1}})
    assert [row["linkId"] for row in rows] == ["s.3"]
    rows = scales.answered("s", ITEM, {"version": 99, "cotes": {"1": "2.50", "2": "deux"}})
    assert [row["answer"] for row in rows] == [
        [{"valueDecimal": Decimal("2.50")}],
        [{"valueString": "deux"}],
    ]
