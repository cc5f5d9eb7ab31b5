"""Items are laid flat under groups of ours; a heading takes what a group cannot be."""

from microstructure_desktop.forms.fhir.element import Element
from microstructure_desktop.forms.fhir.outline import Outline

from .cases import raw


def outline(*items):
    faults = []
    return Outline(Element({"item": list(items)}, faults).objects("item"), faults)


def shape(found):
    return [(p.id, [(line.id, line.under) for line in p.lines]) for p in found.parts]


def q(link, *inner, kind="boolean", **more):
    found = {"linkId": link, "type": kind, "text": link, **more}
    return {**found, "item": list(inner)} if inner else found


def test_that_what_stands_at_the_top_is_gathered_between_groups():
    found = outline(q("a"), q("b"), q("g", q("c"), kind="group"), q("d"))
    assert shape(found) == [
        ("questions", [("a", ""), ("b", "")]),
        ("g", [("c", "")]),
        ("questions_n2", [("d", "")]),
    ]
    assert found.faults == []


def test_that_a_group_with_a_condition_is_a_heading_over_its_items():
    found = outline(*raw("etages")["item"])
    assert shape(found) == [
        (
            "questions",
            [
                ("fume", ""),
                ("tabac", ""),
                ("quantite", "tabac"),
                ("matin", "quantite"),
                ("reveil", "matin"),
                ("precision", "reveil"),
                ("merci", "tabac"),
                ("fin", ""),
            ],
        )
    ]


def test_that_a_long_title_is_that_of_a_heading():
    found = outline(q("g", q("a"), kind="group", text="x" * 81))
    assert shape(found) == [("questions", [("g", ""), ("a", "g")])]


def test_that_a_help_is_part_of_its_question():
    [part] = outline(raw("accueil")["item"][0]).parts
    [line] = [line for line in part.lines if line.help]
    assert line.id == "identite_poids"


def test_that_a_link_missing_or_used_twice_is_a_fault():
    found = outline(q("a"), q("a"), {"type": "boolean"})
    assert [fault.where for fault in found.faults] == ["a", ""]
