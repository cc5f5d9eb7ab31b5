"""Read enableWhen: which question, which answer, and whether a definition can say it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from microstructure_desktop.forms.model import NR, ItemType

from .answers_reader import Choice
from .conditions import Rule, exact
from .element import Element
from .errors import Refused
from .vocabulary import NR_SYSTEM, Json


@dataclass(frozen=True, slots=True)
class Source:
    """A question read already, that a condition may name."""

    id: str
    kind: ItemType
    nr: bool
    choice: Choice


Sources = Callable[[str], Source | None]
_BOUNDS = {">=": "at_least", "<=": "at_most", ">": "at_least", "<": "at_most"}


def conditions(table: Element, ours: object, source: Sources) -> Rule:
    """Our own rule when there is one: it says at least as much as the rows do."""
    rows = table.objects("enableWhen")
    behaviour = table.text("enableBehavior")
    if behaviour not in ("", "all", "any"):
        table.refuse("enableBehavior")
    known = exact(ours) if isinstance(ours, str) else None
    if known is not None:
        return known
    if len(rows) > 1 and not behaviour:
        table.fault(Refused.MISSING, "enableBehavior")
    every = behaviour == "all"
    tests = [test for row in rows if (test := _test(row, source)) is not None]
    return Rule(tuple(tests) if every else tuple(_merged(tests)), every)


def toml(rule: Rule) -> Json:
    found: Json = {}
    if rule.tests:
        found["enable_when"] = list(rule.tests) if len(rule.tests) > 1 else rule.tests[0]
    if rule.every:
        found["enable_behavior"] = "all"
    return found


def _merged(tests: Iterable[Json]) -> list[Json]:
    """« a = 1 » or « a = 2 » as one test on several values."""
    found: list[Json] = []
    for _, run in groupby(tests, key=lambda t: t["item"] if "equals" in t else id(t)):
        same = list(run)
        if len(same) > 1:
            values = [test["equals"] for test in same]
            found.append({"item": same[0]["item"], "any_of": values})
        else:
            found += same
    return found


def _test(row: Element, source: Sources) -> Json | None:
    link = row.text("question", needed=True)
    operator = row.text("operator", needed=True)
    name, value = row.one("answer")
    row.take("id")
    row.close()
    found = source(link)
    if found is None:
        row.fault(Refused.UNKNOWN_LINK, link)
        return None
    if not name:
        return None
    tests = _of(row, found, operator, name, value)
    if tests is None:
        row.fault(Refused.OPERATOR, operator, name)
        return None
    return {"item": found.id, **tests}


def _of(row: Element, found: Source, operator: str, name: str, value: object) -> Json | None:
    if operator == "exists":
        there = name == "answerBoolean" and isinstance(value, bool)
        return {"exists": value} if there else None
    if operator in _BOUNDS:
        return _bound(found, operator, name, value)
    if operator not in ("=", "!="):
        return None
    key = "equals" if operator == "=" else "not_equals"
    if name == "answerCoding" and value == {"system": NR_SYSTEM, "code": NR} and found.nr:
        return {key: NR}
    if found.kind is ItemType.CHOICE:
        return _code(row, found, key, name, value)
    plain = {ItemType.BOOLEAN: ("answerBoolean", bool), ItemType.INTEGER: ("answerInteger", int)}
    expected, kind = plain.get(found.kind, ("", bool))
    return {key: value} if name == expected and type(value) is kind else None


def _bound(found: Source, operator: str, name: str, value: object) -> Json | None:
    """Strict bounds are read on whole numbers only, where they are the next one."""
    if found.kind not in (ItemType.INTEGER, ItemType.DECIMAL) or isinstance(value, bool):
        return None
    if name not in ("answerInteger", "answerDecimal") or not isinstance(value, int | Decimal):
        return None
    if operator in (">", "<"):
        if found.kind is not ItemType.INTEGER or not isinstance(value, int):
            return None
        value += 1 if operator == ">" else -1
    return {_BOUNDS[operator]: value}


def _code(row: Element, found: Source, key: str, name: str, value: object) -> Json | None:
    code = found.choice.code({name.replace("answer", "value", 1): value})
    if code is None:
        shown = value.get("code") if isinstance(value, dict) else value
        row.fault(Refused.NO_OPTION, f"enableWhen.{name}", shown)
    return {key: code or ""}
