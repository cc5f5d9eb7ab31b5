"""Options go out with their codes, lists as contained value sets."""

import pytest

from microstructure_desktop.forms.fhir import options
from microstructure_desktop.forms.fhir.questionnaire import questionnaire
from microstructure_desktop.forms.model import NR

from . import cases
from .cases import HEAD, by_link, extensions, load
from .test_reader import as_text

NR_CODING = {
    "system": "urn:microstructure:nr",
    "code": "NR",
    "display": "Ne souhaite pas répondre",
}


def out(**item):
    found = {"id": "q", "text": "Q", "type": "choice", **item}
    text = as_text({**HEAD, "group": [{"id": "g", "title": "G", "item": [found]}]})
    return questionnaire(load(text))


def test_that_own_options_are_codings_of_the_question_and_refusing_one_of_ours():
    rows = [{"code": "A", "label": "a"}, {"code": "B", "label": "b", "alone": True}]
    found = by_link(out(options=rows, nr=True, repeats=True))["q"]["answerOption"]
    assert [row["valueCoding"]["code"] for row in found] == ["A", "B", "NR"]
    assert found[0] == {
        "valueCoding": {
            "system": "urn:microstructure:codes:essai:q",
            "code": "A",
            "display": "a",
        }
    }
    assert extensions(found[1]) == {"questionnaire-optionExclusive": True}
    assert found[2]["valueCoding"] == NR_CODING


def test_that_a_list_is_contained_once_and_named():
    found = out(list="CL27", nr=True)
    assert by_link(found)["q"]["answerValueSet"] == "#CL27.nr"
    [value_set] = found["contained"]
    listed, refusing = value_set["compose"]["include"]
    assert listed["system"] == "urn:microstructure:liste:CL27"
    assert [c["code"] for c in listed["concept"]] == ["FAIBLE", "MOYEN", "ELEVE", "NON_EVALUE"]
    assert refusing["system"] == NR_CODING["system"]
    assert [c["code"] for c in refusing["concept"]] == [NR]


def test_that_a_label_changed_by_hand_is_the_one_that_leaves():
    source = cases.sample("humeur").source
    form = load(source.replace('label = "Parfois"', 'label = "De temps en temps"'))
    [value_set] = questionnaire(form)["contained"]
    concept = value_set["compose"]["include"][0]["concept"][1]
    assert (concept["code"], concept["display"]) == ("f-1", "De temps en temps")


def test_that_a_list_changed_for_one_question_alone_goes_with_each_question():
    source = cases.sample("humeur").source
    form = load(source.replace('label = "Parfois"', 'label = "Autre"', 1))
    found = questionnaire(form)
    assert "contained" not in found
    links = by_link(found)
    assert [links[link]["answerOption"][1]["valueCoding"]["display"] for link in ("/1", "/2")] == [
        "Autre",
        "Parfois",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"valueCoding": {"code": "a", "display": "A\nb"}}, "A b"),
        ({"valueCoding": {"code": "a"}}, "a"),
        ({"valueString": "x"}, "x"),
        ({"valueInteger": 0}, "0"),
    ],
)
def test_that_a_value_has_a_label(value, expected):
    assert options.label(value) == expected
