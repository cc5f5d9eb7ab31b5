"""What R4 is told of a condition: exactly, or by showing the question more often."""

import pytest

from microstructure_desktop.forms.fhir import conditions
from microstructure_desktop.forms.fhir.questionnaire import questionnaire

from .cases import HEAD, by_link, extensions, load
from .test_reader import as_text

ITEMS = [
    {"id": "n", "text": "N", "type": "integer", "nr": True},
    {"id": "d", "text": "D", "type": "decimal"},
    {"id": "c", "text": "C", "type": "choice", "options": [
        {"code": "X", "label": "x"}, {"code": "Y", "label": "y"}]},
    {"id": "s", "text": "S", "type": "instrument", "instrument": "phq_9"},
]  # fmt: skip


def told(*tests, every=False):
    item = {"id": "q", "text": "Q", "type": "boolean", "enable_when": list(tests)}
    if every:
        item["enable_behavior"] = "all"
    text = as_text({**HEAD, "group": [{"id": "g", "title": "G", "item": [*ITEMS, item]}]})
    found = by_link(questionnaire(load(text)))["q"]
    rows = [
        (row["question"], row["operator"], next(v for k, v in row.items() if "answer" in k))
        for row in found.get("enableWhen", [])
    ]
    return rows, found.get("enableBehavior"), "enable_when" in extensions(found)


SYSTEM = "urn:microstructure:codes:essai:c"


@pytest.mark.parametrize(
    ("tests", "every", "expected"),
    [
        ([{"item": "n", "equals": 3}], False, ([("n", "=", 3)], None, False)),
        ([{"item": "n", "at_least": 4}], False, ([("n", ">=", 4)], None, False)),
        ([{"item": "n", "exists": False}], False, ([("n", "exists", False)], None, False)),
        (
            [{"item": "c", "any_of": ["X", "Y"]}],
            False,
            (
                [
                    ("c", "=", {"system": SYSTEM, "code": "X"}),
                    ("c", "=", {"system": SYSTEM, "code": "Y"}),
                ],
                "any",
                False,
            ),
        ),
        (
            [{"item": "n", "at_least": 2, "at_most": 4}],
            False,
            ([("n", ">=", 2), ("n", "<=", 4)], "all", True),
        ),
        (
            [{"item": "n", "at_least": 2, "at_most": 4}, {"item": "d", "exists": True}],
            False,
            ([("n", "=", 2), ("n", "=", 3), ("n", "=", 4), ("d", "exists", True)], "any", True),
        ),
        (
            [{"item": "d", "at_least": 2, "at_most": 4}, {"item": "n", "exists": True}],
            False,
            ([("d", ">=", 2), ("n", "exists", True)], "any", True),
        ),
        ([{"item": "s", "alert": True}], False, ([("s.9", ">=", 1)], None, True)),
        (
            [{"item": "n", "exists": True}, {"item": "c", "not_equals": "X"}],
            True,
            (
                [("n", "exists", True), ("c", "!=", {"system": SYSTEM, "code": "X"})],
                "all",
                False,
            ),
        ),
        (
            [{"item": "n", "equals": "NR"}],
            False,
            ([("n", "=", {"system": "urn:microstructure:nr", "code": "NR"})], None, False),
        ),
    ],
)
def test_that_each_condition_is_told_as_r4_can(tests, every, expected):
    assert told(*tests, every=every) == expected


@pytest.mark.parametrize(
    "text",
    ["", "[", "3", "{}", '{"enable_when": [3], "enable_behavior": "all"}',
     '{"enable_when": [{"item": "a", "at_least": "x"}], "enable_behavior": "all"}',
     '{"enable_when": [{"item": "a", "equals": {}}], "enable_behavior": "all"}',
     '{"enable_when": [{"equals": 1}], "enable_behavior": "all"}'],
)  # fmt: skip
def test_that_a_damaged_rule_is_none(text):
    assert conditions.exact(text) is None
