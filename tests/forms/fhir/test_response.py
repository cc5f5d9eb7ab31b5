"""Filled fiches are valid responses in the shape of their Questionnaire; secrets stay."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.forms.fhir import json_text
from microstructure_desktop.forms.fhir.questionnaire import questionnaire
from microstructure_desktop.forms.fhir.response import response

from . import cases
from .cases import HEAD, by_link, load
from .test_reader import as_text

JOUR = date(2026, 11, 23)


def out(form, answers, *, complete=True):
    found = response(form, answers, subject="abc", jour=JOUR, complete=complete)
    cases.check_response(found, questionnaire(form))
    return found


@pytest.mark.parametrize("form", cases.forms(), ids=lambda form: form.id)
def test_that_a_filled_fiche_of_each_definition_is_valid_and_whole(form):
    answers = cases.filled(form)
    found = out(form, answers)
    text = json_text.written(found)
    assert found["questionnaire"] == f"urn:microstructure:questionnaire:{form.id}|{form.version}"
    named = {item["linkId"] for item in cases.every_item(_flat(found))}
    shared = [i for i in form.questions if i.id in answers and not i.personal]
    for item in shared:
        assert (item.base or item.id) in {n.rpartition("/")[2] for n in named}
    assert text.count('"answer"') >= len([i for i in shared if i.instrument is None])


def _flat(found):
    inner = []
    for item in found.get("item", []):
        below = [
            *item.get("item", []),
            *(i for a in item.get("answer", []) for i in a.get("item", [])),
        ]
        inner.append({**item, "item": _flat({"item": below})["item"]})
    return {"item": inner}


def form(*items, **group):
    return load(
        as_text({**HEAD, "group": [{"id": "g", "title": "G", **group, "item": list(items)}]})
    )


TYPES = form(
    {"id": "b", "text": "B", "type": "boolean"},
    {"id": "i", "text": "I", "type": "integer", "nr": True},
    {"id": "d", "text": "D", "type": "decimal"},
    {"id": "j", "text": "J", "type": "date"},
    {"id": "t", "text": "T", "type": "text", "partage": "personnel"},
    {"id": "c", "text": "C", "type": "choice", "repeats": True,
     "options": [{"code": "A", "label": "a"}]},
)  # fmt: skip


def test_that_each_answer_has_its_type_and_an_unknown_code_is_kept():
    answers = {"b": False, "i": 0, "d": "70.50", "j": "2026-11-02", "c": ["A", "PARTI"]}
    found = by_link(_flat(out(TYPES, answers)))
    assert found["b"]["answer"] == [{"valueBoolean": False}]
    assert found["i"]["answer"] == [{"valueInteger": 0}]
    assert found["d"]["answer"] == [{"valueDecimal": Decimal("70.50")}]
    assert found["j"]["answer"] == [{"valueDate": "2026-11-02"}]
    assert found["c"]["answer"][0]["valueCoding"]["display"] == "a"
    assert found["c"]["answer"][1] == {"valueCoding": {"code": "PARTI"}}


def test_that_declining_is_an_answer_without_a_value():
    [group] = out(TYPES, {"i": "NR"})["item"]
    [absent] = group["item"][0]["answer"][0]["_valueInteger"]["extension"]
    assert absent["valueCode"] == "asked-declined"


def test_that_a_personal_answer_never_leaves():
    found = json_text.written(out(TYPES, {"t": "pour moi seule", "b": True}))
    assert "pour moi" not in found
    assert out(TYPES, {"t": "pour moi seule"}).get("item") is None


def test_that_rows_are_repeated_items():
    rows = form({"id": "a", "text": "A", "type": "string"}, repeat=3)
    found = out(rows, {"a_1": "un", "a_2": "deux"})["item"]
    assert [(r["linkId"], r["item"][0]["answer"]) for r in found] == [
        ("g", [{"valueString": "un"}]),
        ("g", [{"valueString": "deux"}]),
    ]


def test_that_what_is_nested_stands_in_the_answer_even_when_there_is_none():
    nested = form(
        {"id": "a", "text": "A", "type": "boolean"},
        {"id": "b", "text": "B", "type": "integer", "under": "a"},
    )
    [group] = out(nested, {"a": True, "b": 2})["item"]
    [item] = group["item"]
    assert item["answer"][0]["valueBoolean"] is True
    assert item["answer"][0]["item"][0]["answer"] == [{"valueInteger": 2}]
    [group] = out(nested, {"b": 2})["item"]
    assert list(group["item"][0]["answer"][0]) == ["item"]


def test_that_an_answer_that_does_not_suit_is_sent_as_text():
    found = by_link(_flat(out(TYPES, {"i": "beaucoup", "j": "hier", "b": "oui"})))
    assert found["i"]["answer"] == [{"valueString": "beaucoup"}]
    assert found["b"]["answer"] == [{"valueString": "oui"}]


def test_that_a_response_says_who_only_by_an_opaque_name_and_how_far_it_is():
    found = out(TYPES, {"b": True}, complete=False)
    assert found["status"] == "in-progress"
    assert found["subject"] == {"reference": "Patient/abc"}
    assert found["authored"] == "2026-11-23"
    assert out(TYPES, {"b": True})["status"] == "completed"


def test_that_the_codes_of_others_leave_as_they_came():
    humeur = cases.sample("humeur")
    found = by_link(_flat(out(humeur, {"q_1": "F_2"})))
    assert found["/1"]["answer"][0]["valueCoding"]["code"] == "f-2"


def test_that_the_control_characters_of_an_older_record_do_not_leave():
    free = form({"id": "a", "text": "A", "type": "text"}, {"id": "b", "text": "B", "type": "text"})
    found = by_link(_flat(out(free, {"a": "x\x0by\x07\x1f\x7f\u0085z\n\tfin", "b": "\x0b"})))
    assert found["a"]["answer"] == [{"valueString": "xyz\n\tfin"}]
    assert "b" not in found
    coded = by_link(_flat(out(TYPES, {"c": ["A", "PAR\x00TI"]})))
    assert coded["c"]["answer"][1] == {"valueCoding": {"code": "PARTI"}}
