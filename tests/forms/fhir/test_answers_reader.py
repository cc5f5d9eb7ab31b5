"""Options of others become ours, with what they said kept; our lists are recognised."""

import pytest

from microstructure_desktop.forms.fhir import answers_reader
from microstructure_desktop.forms.fhir.answers_reader import Choice
from microstructure_desktop.forms.fhir.element import Element
from microstructure_desktop.forms.model import ItemType, Option

from .cases import installed

OURS = "urn:microstructure:codes:f:q"


def choice(raw, sets=None, *, nr=False):
    table = Element(raw, [], "q")
    found = answers_reader.choice(table, sets or {}, installed().lists, nr=nr, ours=OURS)
    assert table.faults == []
    return found


def coding(code, **more):
    return {"valueCoding": {"system": "http://e.test", "code": code, **more}}


def test_that_codes_of_others_are_kept_and_found_again():
    found = choice({"answerOption": [coding("a-1", display="Un"), {"valueInteger": 2}]})
    assert [p.option for p in found.proposed] == [Option("A_1", "Un"), Option("2", "2")]
    assert found.kept["answerOption.A_1"] == coding("a-1", display="Un")
    assert found.code({"valueCoding": {"code": "a-1"}}) == "A_1"
    assert found.code({"valueCoding": {"code": "a-1", "system": "http://other.test"}}) is None
    assert found.code({"valueInteger": 2}) == "2"


def test_that_our_own_options_keep_nothing():
    row = {"valueCoding": {"system": OURS, "code": "A", "display": "a"}}
    found = choice({"answerOption": [row]})
    assert found.kept == {}
    assert answers_reader.toml(found, nr=False) == {"options": [{"code": "A", "label": "a"}]}


def value_set(*codes):
    listed = {o.code: o.label for o in installed().lists["CL27"].options}
    concept = [{"code": code, "display": listed.get(code, code)} for code in codes or listed]
    include = [{"system": "urn:microstructure:liste:CL27", "concept": concept}]
    return {"CL27": {"resourceType": "ValueSet", "id": "CL27", "compose": {"include": include}}}


def test_that_our_list_is_named_only_when_it_is_the_same_here():
    found = choice({"answerValueSet": "#CL27"}, value_set())
    assert answers_reader.toml(found, nr=False) == {"list": "CL27"}
    assert found.kept == {}
    other = choice({"answerValueSet": "#CL27"}, value_set("FAIBLE", "AUTRE"))
    assert [row["code"] for row in answers_reader.toml(other, nr=False)["options"]] == [
        "FAIBLE",
        "AUTRE",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"compose": {"exclude": []}},
        {"compose": {"include": [{"system": "s", "filter": []}]}},
        {"compose": {"include": [{"valueSet": ["x"]}]}},
        {"expansion": {}},
    ],
)
def test_that_a_value_set_to_work_out_is_refused(change):
    table = Element({"answerValueSet": "#v"}, [], "q")
    sets = {"v": {"resourceType": "ValueSet", "id": "v", **change}}
    answers_reader.choice(table, sets, {}, nr=False, ours=OURS)
    assert any("ValueSet" in fault.sentence for fault in table.faults)


def test_that_what_a_choice_starts_with_is_a_code():
    table = Element({"initial": [coding("a-1")]}, [], "q")
    found = choice({"answerOption": [coding("a-1"), coding("b")]})
    assert answers_reader.initial(table, ItemType.CHOICE, found, repeats=False) == "A_1"
    chosen = choice({"answerOption": [{**coding("a"), "initialSelected": True}, coding("b")]})
    nothing = Element({}, [])
    assert answers_reader.initial(nothing, ItemType.CHOICE, chosen, repeats=True) == ["a"]
    assert answers_reader.initial(nothing, ItemType.TEXT, Choice(), repeats=False) is None
