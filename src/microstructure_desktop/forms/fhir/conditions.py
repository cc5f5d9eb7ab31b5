"""enableWhen out and in: what R4 says of a condition, and our own rule when it says less.

Where R4 cannot say a condition exactly, what it says shows the question more often, never less;
the exact rule then travels beside it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from microstructure_desktop.forms.model import NR, Condition, Form, Item, ItemType, Scalar

from . import options
from .tree import Node
from .vocabulary import NR_SYSTEM, Json, extension, figure

MAX_SPELLED = 50
"""Whole numbers between two bounds that are written one by one, where R4 has no range."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions as a definition writes them: the tables of `enable_when`, and how they join."""

    tests: tuple[Json, ...]
    every: bool


def element(form: Form, node: Node, source: Callable[[str], Node]) -> Json:
    """enableWhen, enableBehavior, and our rule where these do not say it all."""
    conditions = node.item.when
    every = node.item.match_all
    if len(conditions) == 1:
        rows, every = _alone(form, conditions[0], source(conditions[0].item), every=every)
    else:
        rows = [
            row
            for condition in conditions
            for row in _beside(form, condition, source(condition.item), every=every)
        ]
    found: Json = {}
    if rows:
        found["enableWhen"] = rows
        if len(rows) > 1 or every:
            found["enableBehavior"] = "all" if every else "any"
    if not _says_all(node.item, source):
        found["extension"] = [extension("enable_when", _exact(node.item))]
    return found


def exact(text: str) -> Rule | None:
    """Our rule read back; None when it is not one."""
    try:
        found = json.loads(text, parse_float=Decimal)
        tests = [_test(test) for test in found["enable_when"]]
        return Rule(tuple(tests), found["enable_behavior"] == "all")
    except (ValueError, RecursionError, TypeError, LookupError, InvalidOperation):
        return None


def _test(found: object) -> Json:
    if not isinstance(found, dict):
        raise TypeError(found)
    bounds: Json = {key: Decimal(found[key]) for key in ("at_least", "at_most") if key in found}
    known = {"item", "equals", "not_equals", "any_of", "exists", "alert"}
    plain = {key: found[key] for key in known & found.keys()}
    for value in plain.values():
        several = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str | int) for one in several):
            raise TypeError
    return {"item": plain["item"], **plain, **bounds}


def _table(condition: Condition) -> Json:
    found: Json = {"item": condition.item}
    if condition.values:
        one = len(condition.values) == 1
        key = "not_equals" if condition.differs else "equals" if one else "any_of"
        found[key] = condition.values[0] if one else list(condition.values)
    for key, bound in (("at_least", condition.at_least), ("at_most", condition.at_most)):
        if bound is not None:
            found[key] = bound
    if condition.alert:
        found["alert"] = True
    if len(found) == 1:
        found["exists"] = not condition.absent
    return found


def _exact(item: Item) -> str:
    tests = [{k: _jsonable(v) for k, v in _table(c).items()} for c in item.when]
    joined = {"enable_when": tests, "enable_behavior": "all" if item.match_all else "any"}
    return json.dumps(joined, ensure_ascii=False)


def _jsonable(value: object) -> object:
    """A bound that a float might round leaves as a text."""
    return str(value) if isinstance(value, Decimal) else value


def _alone(
    form: Form, condition: Condition, source: Node, *, every: bool
) -> tuple[list[Json], bool]:
    rows = _rows(form, condition, source)
    if len(rows) > 1:
        every = not condition.values and not condition.alert
    return rows, every


def _beside(form: Form, condition: Condition, source: Node, *, every: bool) -> list[Json]:
    """What one condition adds to others; no more than R4 can join the same way."""
    rows = _rows(form, condition, source)
    if len(rows) == 1 or (condition.values and not every):
        return rows
    if condition.alert:
        return [] if every else rows
    if every:
        return rows
    return _spelled(condition, source) or rows[:1]


def _rows(form: Form, condition: Condition, source: Node) -> list[Json]:
    if condition.alert:
        scale = source.item.instrument
        assert scale is not None
        return [
            {"question": f"{source.link}.{a.n}", "operator": ">=", "answerInteger": a.des}
            for a in scale.alertes
        ]
    if condition.values:
        operator = "!=" if condition.differs else "="
        answers = (answer(form, source, value) for value in condition.values)
        return [{"question": source.link, "operator": operator, **a} for a in answers]
    bounds = ((">=", condition.at_least), ("<=", condition.at_most))
    whole = source.item.type is ItemType.INTEGER
    found = [
        {"question": source.link, "operator": op, **figure("answer", bound, whole=whole)}
        for op, bound in bounds
        if bound is not None
    ]
    there = {"question": source.link, "operator": "exists", "answerBoolean": not condition.absent}
    return found or [there]


def answer(form: Form, source: Node, value: Scalar) -> Json:
    """The answer[x] that a question is compared with."""
    if value == NR and source.item.nr and source.item.type is not ItemType.CHOICE:
        return {"answerCoding": {"system": NR_SYSTEM, "code": NR}}
    if isinstance(value, bool):
        return {"answerBoolean": value}
    if isinstance(value, int):
        return {"answerInteger": value}
    found = options.of_code(form, source, value)
    coding = found.get("valueCoding")
    if coding is not None:
        return {"answerCoding": {k: coding[k] for k in ("system", "code") if k in coding}}
    return options.renamed(found, "answer")


def _spelled(condition: Condition, source: Node) -> list[Json]:
    low, high = condition.at_least, condition.at_most
    if low is None or high is None or source.item.type is not ItemType.INTEGER:
        return []
    if not 0 <= high - low < MAX_SPELLED:
        return []
    first = int(low.to_integral_value("ROUND_CEILING"))
    last = int(high.to_integral_value("ROUND_FLOOR"))
    return [
        {"question": source.link, "operator": "=", "answerInteger": n}
        for n in range(first, last + 1)
    ]


def _says_all(item: Item, source: Callable[[str], Node]) -> bool:
    """Whether a reader of ours finds the same conditions in the rows alone."""
    several = any(len(condition.values) > 1 for condition in item.when)
    if item.match_all and (several or not item.when):
        return False
    return all(
        not condition.alert
        and (condition.at_least is None or condition.at_most is None)
        and source(condition.item).item.id == condition.item
        for condition in item.when
    )
