"""A Questionnaire is read back as it was written; others' are read, or refused by name."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop.forms.fhir import json_text, reader, writer
from microstructure_desktop.forms.fhir.errors import Refused
from microstructure_desktop.forms.fhir.questionnaire import questionnaire

from . import cases, strategies
from .cases import again, asking, load, read


def as_text(definition):
    """The strategy notes the codes of a list beside it; a definition has no such key."""
    groups = [
        {**g, "item": [{k: v for k, v in i.items() if k != "codes"} for i in g["item"]]}
        for g in definition["group"]
    ]
    return writer.written({**definition, "group": groups})


@pytest.mark.parametrize("form", cases.forms(), ids=lambda form: form.id)
def test_that_every_shipped_definition_comes_back_identical(form):
    assert again(form) == form


@settings(suppress_health_check=list(HealthCheck))
@given(strategies.forms())
def test_that_any_definition_comes_back_identical(definition):
    form = load(as_text(definition))
    out = questionnaire(form)
    cases.check_valid(out)
    back = read(out)
    assert back == form
    assert questionnaire(back) == out


@pytest.mark.parametrize("name", ["humeur", "accueil", "etages", "conditions", "lignes"])
def test_that_a_questionnaire_of_others_keeps_its_links_its_codes_and_its_notices(name):
    found = cases.raw(name)
    out = questionnaire(cases.sample(name))
    cases.check_valid(out)
    before, after = cases.by_link(found), cases.by_link(out)
    assert list(before) == list(after)
    for link, item in before.items():
        for key in ("text", "type", "prefix", "code", "answerOption", "repeats", "maxLength"):
            assert item.get(key) == after[link].get(key)
    assert out.get("contained") == found.get("contained")
    for key in ("publisher", "copyright", "meta", "date", "code"):
        assert found.get(key, out.get(key)) == out.get(key)
    assert cases.again(cases.sample(name)) == cases.sample(name)


def test_that_the_identity_of_a_questionnaire_of_others_becomes_where_it_comes_from():
    form = cases.sample("humeur")
    assert (form.id, form.version, form.depuis.isoformat()) == ("humeurcourt", 2, "2024-05-01")
    out = questionnaire(form)
    assert out["derivedFrom"] == ["http://exemple.test/Questionnaire/humeur-court|2.1.0"]
    assert out["url"] == "urn:microstructure:questionnaire:humeurcourt"


def test_that_a_date_changed_by_hand_is_the_one_that_leaves():
    source = cases.sample("humeur").source.replace("depuis = 2024-05-01", "depuis = 2026-02-03")
    assert questionnaire(load(source))["date"] == "2026-02-03"


def test_that_what_is_missing_gets_a_value_to_edit():
    form = read(asking({"linkId": "a", "type": "boolean"}, title=""))
    assert (form.id, form.version, form.title, form.depuis) == ("autre", 1, "Autre", cases.TODAY)
    assert form.role is None
    assert form.item("a").text == "a"


A = {"linkId": "a", "type": "boolean", "text": "A"}
B = {"linkId": "b", "type": "boolean", "text": "B"}
N = {"linkId": "n", "type": "integer", "text": "N"}
C = {"linkId": "c", "type": "choice", "text": "C", "answerOption": [{"valueString": "x"}]}


def when(question, operator, **answer):
    return {"enableWhen": [{"question": question, "operator": operator, **answer}]}


@pytest.mark.parametrize(
    ("items", "where", "element"),
    [
        ([{**A, "type": "open-choice"}], "a", "open-choice"),
        ([{**A, "type": "quantity"}], "a", "quantity"),
        ([{**A, "type": "coding"}], "a", "coding"),
        ([{**A, "disabledDisplay": "hidden"}], "a", "disabledDisplay"),
        ([{**A, "answerConstraint": "optionsOnly"}], "a", "answerConstraint"),
        ([{**A, "modifierExtension": []}], "a", "modifierExtension"),
        ([{**A, "_text": {}}], "a", "_text"),
        ([{**A, "repeats": True}], "a", "repeats"),
        ([{**A, "required": "oui"}], "a", "required"),
        ([{**A, "maxLength": 3}], "a", "maxLength"),
        ([{**A, "type": "string", "maxLength": 201}], "a", "maxLength"),
        ([{**A, "type": "display", "required": True}], "a", "required"),
        ([{**A, "extension": [{"url": "http://exemple.test/x"}]}], "a", "http://exemple.test/x"),
        ([{**A, "initial": [{"valueInteger": 1}]}], "a", "initial.valueInteger"),
        ([{**A, "initial": [{"valueBoolean": True}] * 2}], "a", "initial"),
        ([{**C, "initial": [{"valueString": "z"}]}], "c", "« z »"),
        ([{**C, "answerOption": []}], "c", "answerOption"),
        ([{**C, "answerOption": [{"valueDate": "2026-01-01"}]}], "c", "valueDate"),
        ([{**A, "type": "choice", "answerValueSet": "http://e.test/v"}], "a", "answerValueSet"),
        ([A, A], "a", "linkId"),
        ([{"type": "boolean"}], "", "linkId"),
        ([{**A, **when("b", "=", answerBoolean=True)}, B], "a", "« b »"),
        ([{**A, **when("a", "=", answerBoolean=True)}], "a", "« a »"),
        ([N, {**B, **when("n", "=", answerDecimal=1)}], "b", "answerDecimal"),
        ([A, {**B, **when("a", ">", answerInteger=1)}], "b", "« > »"),
        ([A, {**B, **when("a", "~", answerBoolean=True)}], "b", "« ~ »"),
        ([A, {**B, **when("a", "exists", answerInteger=1)}], "b", "exists"),
        ([C, {**B, **when("c", "=", answerString="z")}], "b", "« z »"),
        ([A, {**B, "enableWhen": [*when("a", "exists", answerBoolean=True)["enableWhen"]] * 2}],
         "b", "enableBehavior"),
        ([{"linkId": "g", "type": "group", "required": True, "text": "G", "item": [A]}],
         "g", "required"),
        ([{"linkId": "g", "type": "group", "text": "G", "item": [
            {"linkId": "h", "type": "group", "text": "H", "repeats": True, "item": [A]}]}],
         "h", "repeats"),
        ([{**A, "text": "x" * 301}], "a", "text"),
    ],
)  # fmt: skip
def test_that_what_is_not_supported_is_refused_by_link_and_element(items, where, element):
    with pytest.raises(Refused) as refused:
        read(asking(*items))
    assert any(f.where == where and element in f.sentence for f in refused.value.faults)


def test_that_every_refusal_is_said_at_once():
    found = asking({**A, "type": "time"}, {**B, "definition": "x", "_type": {}}, copyrightLabel="x")
    with pytest.raises(Refused) as refused:
        read(found)
    assert [(f.where, f.sentence) for f in refused.value.faults] == [
        ("a", "élément « type » : « time » non pris en charge"),
        ("b", "élément « _type » non pris en charge"),
        ("", "élément « copyrightLabel » non pris en charge"),
    ]


def test_that_a_scale_unknown_here_is_refused_under_its_link():
    scale = {"url": "urn:microstructure:extension:instrument", "valueString": "inconnue"}
    found = {"linkId": "/9", "type": "group", "text": "S", "extension": [scale], "item": [A]}
    with pytest.raises(Refused) as refused:
        read(asking(found))
    assert refused.value.faults[0].where == "/9"
    assert "inconnue" in refused.value.faults[0].sentence


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"resourceType":"Patient"}', b"null"])
def test_that_another_file_is_refused(data):
    with pytest.raises(Refused):
        reader.read(data, cases.installed())


KEYS = st.sampled_from(
    ["item", "linkId", "type", "text", "extension", "url", "enableWhen", "question", "operator",
     "answerOption", "valueCoding", "valueString", "code", "display", "initial", "contained",
     "answerValueSet", "id", "compose", "include", "concept", "repeats", "title", "version",
     "valueCodeableConcept", "coding", "date", "valueBoolean", "answerCoding", "enableBehavior",
     "valueInteger", "maxLength", "name", "subjectType", "description"]
)  # fmt: skip
WORDS = st.sampled_from(
    ["Questionnaire", "group", "choice", "integer", "boolean", "a", "b", "=", "exists", "#a", "",
     "all", "2026-13", "urn:microstructure:extension:id", "urn:microstructure:extension:hint",
     "urn:microstructure:extension:enable_when", "urn:microstructure:extension:instrument",
     "urn:microstructure:questionnaire:a", "display", '{"enable_when":[{"item":3}]}', "x" * 70,
     "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "slider", "help"]
) | st.text(max_size=3)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=7),
    max_leaves=40,
)  # fmt: skip


@settings(suppress_health_check=list(HealthCheck))
@given(st.dictionaries(KEYS, JSON, max_size=8), st.lists(st.dictionaries(KEYS, JSON), max_size=4))
def test_that_no_file_makes_it_fall_over(found, items):
    shaped = {**found, "resourceType": "Questionnaire", "item": items}
    for rank, item in enumerate(items):
        item.setdefault("linkId", f"l{rank}")
    data = json.dumps(shaped).encode()
    try:
        form = reader.read(data, cases.installed())
    except Refused as refused:
        seen = refused.faults
    else:
        seen = cases.again(form) == form
    assert seen


EVERY_FACT = load(
    as_text(
        {
            **cases.HEAD,
            "role": "psychologue",
            "chapeau": "À savoir",
            "group": [
                {
                    "id": "g",
                    "title": "G",
                    "repeat": 2,
                    "row_title": "Ligne",
                    "item": [
                        {"id": "d", "text": "D", "type": "date", "future": True, "soft_days": 60,
                         "initial": date(2026, 1, 2), "unchanged": False, "renamed_from": "x"},
                        {"id": "i", "text": "I", "type": "integer", "min": 0, "max": 9, "nr": True,
                         "control": "echelle", "trajectoire": True, "initial": 3,
                         "soft_min": 1, "soft_max": 8, "unit": "verres", "hint": "Aide"},
                        {"id": "n", "text": "N", "type": "decimal", "initial": "2.50",
                         "enable_when": {"item": "i", "at_least": 2, "at_most": 5}},
                    ],
                },
                {
                    "id": "h",
                    "title": "H",
                    "item": [
                        {"id": "a", "text": "A", "type": "integer", "up_to_age": True},
                        {"id": "t", "text": "T", "type": "text", "max_length": 99,
                         "initial": "mots", "read_only": True},
                        {"id": "c", "text": "C", "type": "choice", "list": "CL04",
                         "repeats": True, "nr": True, "export": True, "partage": "equipe"},
                        {"id": "o", "text": "O", "type": "choice", "initial": "B", "under": "c",
                         "options": [{"code": "A", "label": "a", "alone": True},
                                     {"code": "B", "label": "b", "retired": True}]},
                        {"id": "b", "text": "B", "type": "boolean", "initial": True,
                         "enable_when": [{"item": "o", "any_of": ["A", "B"]},
                                         {"item": "a", "exists": False}]},
                        {"id": "s", "text": "S", "type": "instrument", "instrument": "phq_9"},
                    ],
                },
            ],
        }
    )
)  # fmt: skip
DEEP = json.loads("[" * 20 + "]" * 20)
MISPLACED = (None, [], {}, "", 0, True, DEEP, [None], [{}])


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", ["ours", "humeur", "accueil", "etages", "conditions", "lignes"])
def test_that_nothing_misplaced_makes_it_fall_over(name, every):
    """Each of them at each place, or each place with one of them in turn."""
    found = questionnaire(EVERY_FACT) if name == "ours" else cases.raw(name)
    for rank, (holder, key) in enumerate(list(cases.places(found))):
        was = holder[key]
        for holder[key] in MISPLACED if every else MISPLACED[rank % len(MISPLACED) :][:1]:
            try:
                form = read(found)
            except Refused:
                continue
            assert [item.id for item in again(form).items] == [item.id for item in form.items]
        holder[key] = was


@pytest.mark.parametrize("name", ["soft_days", "nr", "hint"])
def test_that_an_extension_of_ours_without_its_value_is_refused(name):
    said = {"url": f"urn:microstructure:extension:{name}"}
    with pytest.raises(Refused) as refused:
        read(asking({**A, "extension": [said]}))
    assert f"{said['url']}.value" in str(refused.value.faults[0])


def test_that_a_condition_of_ours_that_is_no_rule_leaves_the_one_of_r4():
    ours = "urn:microstructure:extension:enable_when"
    rule = json.dumps({"enable_when": ["a"], "enable_behavior": "all"})
    said = [{"url": ours, "valueString": rule}]
    form = read(asking(A, {**B, "extension": said, **when("a", "=", answerBoolean=True)}))
    assert [test.item for test in form.item("b").when] == ["a"]


def test_that_a_file_cut_short_or_nested_without_end_is_refused():
    good = json_text.written(cases.raw("lignes")).encode()
    deep = b'{"resourceType":"Questionnaire","item":' + b'[{"item":' * 50_000
    for data in (good[:-9], deep, deep + b"1" + b"}]" * 50_000 + b"}"):
        with pytest.raises(Refused):
            reader.read(data, cases.installed())
