"""Headings above the questions they lead to, and how far nested questions are shifted."""

from microstructure_desktop.forms.model import Group, Item, ItemType
from microstructure_desktop.forms.nesting import depths, leading_to


def item(name, under="", kind=ItemType.STRING):
    return Item(name, name, kind, under=under)


HEADING = ItemType.GROUP
GROUP = Group(
    "g",
    "G",
    (
        item("a"),
        item("b", "a"),
        item("titre", "b", HEADING),
        item("c", "titre"),
        item("d", "c"),
        item("e", "d"),
        item("f", "e"),
        item("autre", kind=HEADING),
        item("dessous", "autre", HEADING),
        item("z", "dessous"),
    ),
)


def test_that_questions_shift_those_nested_in_them_and_headings_do_not():
    expected = {"a": 0, "b": 1, "titre": 2, "c": 2, "d": 3, "e": 3, "f": 3}
    found = depths(GROUP)
    assert {name: found[name] for name in expected} == expected
    assert found["autre"] == found["dessous"] == found["z"] == 0


def test_that_a_heading_is_there_only_for_what_it_leads_to():
    def kept(*names):
        return [i.id for i in leading_to(GROUP, [i for i in GROUP.items if i.id in names])]

    assert kept("c") == ["titre", "c"]
    assert kept("z", "a") == ["a", "autre", "dessous", "z"]
    assert kept() == []
