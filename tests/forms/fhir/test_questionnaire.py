"""Every definition is a valid Questionnaire that says what R4 can say."""

import pytest

from microstructure_desktop.forms.fhir import json_text
from microstructure_desktop.forms.fhir.questionnaire import questionnaire

from . import cases
from .cases import HEAD, by_link, extensions, load
from .test_reader import as_text


@pytest.mark.parametrize("form", cases.forms(), ids=lambda form: form.id)
def test_that_every_shipped_definition_is_valid(form):
    found = questionnaire(form)
    cases.check_valid(found)
    assert found["version"] == str(form.version)
    assert json_text.read(json_text.written(found).encode()) == found


def out(*items, **group):
    text = as_text(
        {
            **HEAD,
            "chapeau": "Au début.",
            "group": [{"id": "g", "title": "G", **group, "item": [*items]}],
        }
    )
    found = questionnaire(load(text))
    cases.check_valid(found)
    return found


def test_that_the_head_is_said():
    found = out({"id": "a", "text": "A", "type": "boolean"})
    assert found["url"] == "urn:microstructure:questionnaire:essai"
    assert (found["title"], found["date"], found["description"]) == (
        "Essai",
        "2026-11-01",
        "Au début.",
    )
    assert (found["status"], found["subjectType"]) == ("active", ["Patient"])
    assert extensions(found) == {"role": "psychologue", "stage": "suivi"}


def test_that_a_scale_of_ten_is_a_slider_with_its_bounds_and_its_help():
    item = {"id": "a", "text": "A", "type": "integer", "control": "echelle", "min": 0, "max": 10,
            "hint": "De 0 à 10", "unit": "points", "required": True}  # fmt: skip
    found = by_link(out(item))
    said = extensions(found["a"])
    assert (said["minValue"], said["maxValue"]) == (0, 10)
    assert said["questionnaire-itemControl"]["coding"][0]["code"] == "slider"
    assert said["questionnaire-unit"] == {"display": "points"}
    assert found["a"]["required"] is True
    assert found["a.aide"]["text"] == "De 0 à 10"
    help_control = extensions(found["a.aide"])["questionnaire-itemControl"]
    assert help_control["coding"][0]["code"] == "help"


def test_that_a_repeated_group_is_written_once_with_its_maximum():
    found = by_link(
        out({"id": "a", "text": "A", "type": "string", "max_length": 60}, repeat=4, row_title="L")
    )
    assert found["g"]["repeats"] is True
    assert extensions(found["g"]) == {"questionnaire-maxOccurs": 4, "row_title": "L"}
    assert list(found) == ["g", "a"]
    assert found["a"]["maxLength"] == 60


def test_that_a_heading_with_nothing_under_it_is_a_display():
    found = by_link(out({"id": "a", "text": "A", "type": "group"}))["a"]
    assert found["type"] == "display"
    assert extensions(found) == {"type": "group"}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"type": "boolean", "initial": False}, [{"valueBoolean": False}]),
        ({"type": "date", "initial": HEAD["depuis"]}, [{"valueDate": "2026-11-01"}]),
        ({"type": "integer", "initial": 3}, [{"valueInteger": 3}]),
        ({"type": "text", "initial": "Lu", "read_only": True}, [{"valueString": "Lu"}]),
    ],
)
def test_that_what_a_question_starts_with_is_typed(keys, expected):
    found = by_link(out({"id": "a", "text": "A", **keys}))["a"]
    assert found["initial"] == expected
    assert found.get("readOnly", False) is keys.get("read_only", False)


def test_that_our_own_facts_are_extensions_of_ours():
    item = {"id": "a", "text": "A", "type": "integer", "soft_min": 0, "unchanged": False,
            "export": True, "partage": "equipe", "nr": True, "trajectoire": True,
            "renamed_from": "z"}  # fmt: skip
    said = extensions(by_link(out(item))["a"])
    assert said == {
        "soft_min": 0,
        "unchanged": False,
        "export": True,
        "partage": "equipe",
        "nr": True,
        "trajectoire": True,
        "renamed_from": "z",
    }
