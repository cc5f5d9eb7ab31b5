"""Read one item of a definition: which keys each type takes, and what they must hold."""

from decimal import Decimal
from typing import Any

from . import wording
from .code_lists import CodeList, CodeLists, read_options
from .model import NR, Auto, Condition, Control, Item, ItemType, Option, Partage, Scalar
from .toml_table import MAX_NUMBER, Table

MAX_TEXT = 300
MAX_HINT = 600
MAX_STEPS = 11
MAX_CONDITIONS = 10
TEXT_LENGTH = 4_000
STRING_LENGTH = 200

_QUESTION = {"required", "nr", "unchanged", "partage", "export", "renamed_from"}
_NUMBER = {"min", "max", "soft_min", "soft_max", "unit"}
_KEYS: dict[ItemType, set[str]] = {
    ItemType.BOOLEAN: _QUESTION | {"control"},
    ItemType.INTEGER: _QUESTION | _NUMBER | {"control"},
    ItemType.DECIMAL: _QUESTION | _NUMBER,
    ItemType.DATE: _QUESTION | {"future", "soft_days"},
    ItemType.STRING: _QUESTION | {"max_length"},
    ItemType.TEXT: _QUESTION | {"max_length"},
    ItemType.CHOICE: _QUESTION | {"options", "list", "repeats", "control"},
    ItemType.DISPLAY: {"auto", "control"},
}
_OWN = {key for keys in _KEYS.values() for key in keys}
_CONTROLS = {
    ItemType.BOOLEAN: {Control.SEGMENTS, Control.LISTE},
    ItemType.INTEGER: {Control.ECHELLE},
    ItemType.DISPLAY: {Control.ALERTE},
}
_FREE = {ItemType.STRING, ItemType.TEXT}


def read_item(table: Table, lists: CodeLists) -> Item:
    """The item as written; whatever is wrong is noted on the table."""
    kind = _type(table)
    nr = table.boolean("nr")
    if kind is ItemType.CHOICE and ("options" in table) == ("list" in table):
        table.fault(wording.OPTIONS_OR_LIST)
    listed = _listed(table, lists)
    item = Item(
        id=table.name("id", needed=True),
        text=table.text("text", MAX_TEXT, needed=True),
        type=kind,
        hint=table.text("hint", MAX_HINT),
        required=table.boolean("required"),
        repeats=table.boolean("repeats"),
        min=table.decimal("min"),
        max=table.decimal("max"),
        soft_min=table.decimal("soft_min"),
        soft_max=table.decimal("soft_max"),
        soft_days=table.integer("soft_days", 1, 36_500),
        max_length=_max_length(table, kind),
        unit=table.text("unit", 30),
        future=table.boolean("future"),
        code_list=listed,
        options=_options(table, lists.get(listed), nr=nr),
        control=Control(code) if (code := table.one_of("control", Control)) else None,
        nr=nr,
        unchanged=table.boolean("unchanged", default=True),
        partage=Partage(table.one_of("partage", Partage) or Partage.METIER),
        export=table.boolean("export"),
        renamed_from=table.name("renamed_from"),
        auto=Auto(name) if (name := table.one_of("auto", Auto)) else None,
        when=_conditions(table),
        match_all=table.one_of("enable_behavior", ("any", "all")) == "all",
    )
    table.close()
    _check(table, item)
    return item


def _type(table: Table) -> ItemType:
    """The type, once the keys that belong to other types are refused."""
    written = table.one_of("type", ItemType, needed=True)
    kind = ItemType(written or ItemType.DISPLAY)
    for key in sorted((table.keys() & _OWN) - _KEYS[kind] if written else ()):
        table.fault(wording.MISPLACED_KEY, key, kind.value)
        table.values(key)
    return kind


def _max_length(table: Table, kind: ItemType) -> int | None:
    if kind not in _FREE:
        return None
    most = TEXT_LENGTH if kind is ItemType.TEXT else STRING_LENGTH
    return table.integer("max_length", 1, most) or most


def _listed(table: Table, lists: CodeLists) -> str:
    code = table.code("list")
    if code and code not in lists:
        table.fault(wording.UNKNOWN_LIST, code)
    return code


def _options(table: Table, listed: CodeList | None, *, nr: bool) -> tuple[Option, ...]:
    options = read_options(table, "options") if "options" in table else ()
    if listed is not None:
        options = listed.options
    if options and nr and all(option.code != NR for option in options):
        options = (*options, Option(NR, wording.NOT_SAID))
    return options


def _conditions(table: Table) -> tuple[Condition, ...]:
    raw = table.values("enable_when")
    if raw is None:
        return ()
    rows = raw if isinstance(raw, list) else [raw]
    holder = table.holding("enable_when", rows)
    return tuple(_condition(row) for row in holder.tables("enable_when", MAX_CONDITIONS))


def _condition(row: Table) -> Condition:
    item = row.name("item", needed=True)
    tests = row.keys() & {"equals", "any_of", "at_least", "exists"}
    if len(tests) != 1:
        row.fault(wording.WHEN_EMPTY)
    condition = Condition(
        item,
        tuple(_plain(row, value) for value in _values(row, tests)),
        row.integer("at_least", -MAX_NUMBER, MAX_NUMBER),
    )
    if "exists" in tests and not row.boolean("exists"):
        row.fault(wording.WHEN_EMPTY)
    row.close()
    return condition


def _values(row: Table, tests: set[str]) -> list[Any]:
    if "equals" in tests:
        return [row.values("equals")]
    if "any_of" not in tests:
        return []
    values = row.values("any_of")
    if not isinstance(values, list) or not values:
        row.fault(wording.WRONG_KIND, "any_of", wording.TEXTS)
        return []
    return values


def _plain(row: Table, value: Any) -> Scalar:
    if isinstance(value, str | int | bool):
        return value
    row.fault(wording.WRONG_KIND, "equals", wording.TEXT)
    return ""


def _check(table: Table, item: Item) -> None:
    for low, high in (("min", "max"), ("soft_min", "soft_max")):
        first, last = getattr(item, low), getattr(item, high)
        if first is not None and last is not None and first > last:
            table.fault(wording.MIN_OVER_MAX, low, high)
    if item.personal and (item.required or item.export):
        table.fault(wording.PERSONAL_SHARED)
    if item.export and item.type in _FREE:
        table.fault(wording.EXPORT_TEXT)
    _check_control(table, item)


def _check_control(table: Table, item: Item) -> None:
    if item.control is None:
        return
    if item.type is ItemType.CHOICE:
        fitting = {Control.PUCES} if item.repeats else {Control.SEGMENTS, Control.LISTE}
    else:
        fitting = _CONTROLS.get(item.type, set())
    if item.control not in fitting:
        table.fault(wording.CONTROL_MISMATCH, item.control.value)
    elif item.control is Control.ECHELLE and not _graduated(item.min, item.max):
        table.fault(wording.SCALE_NEEDS_BOUNDS, MAX_STEPS)


def _graduated(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and 0 < high - low < MAX_STEPS
