"""Read one item of a definition: which keys each type takes, and what they must hold."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from . import checks, wording
from .code_lists import MAX_CODES, CodeList, CodeLists, read_options
from .instruments import Instrument, Instruments
from .model import NR, Auto, Condition, Control, Item, ItemType, Option, Partage, Scalar
from .toml_table import Table

MAX_TEXT = 300
MAX_HINT = 600
MAX_STEPS = 11
MAX_CONDITIONS = 10
TEXT_LENGTH = 4_000
STRING_LENGTH = 200

_SAVED = {"required", "partage", "export", "renamed_from"}
_QUESTION = _SAVED | {"nr", "unchanged", "initial", "read_only"}
_NUMBER = {"min", "max", "soft_min", "soft_max", "unit", "trajectoire"}
_KEYS: dict[ItemType, set[str]] = {
    ItemType.GROUP: set(),
    ItemType.INSTRUMENT: _SAVED | {"instrument"},
    ItemType.BOOLEAN: _QUESTION | {"control"},
    ItemType.INTEGER: _QUESTION | _NUMBER | {"control", "up_to_age"},
    ItemType.DECIMAL: _QUESTION | _NUMBER,
    ItemType.DATE: _QUESTION | {"future", "soft_days"},
    ItemType.STRING: _QUESTION | {"max_length"},
    ItemType.TEXT: _QUESTION | {"max_length"},
    ItemType.CHOICE: _QUESTION | {"options", "list", "repeats", "control", "trajectoire"},
    ItemType.DISPLAY: {"auto", "control"},
}
_OWN = {key for keys in _KEYS.values() for key in keys}
_CONTROLS = {
    ItemType.BOOLEAN: {Control.SEGMENTS, Control.LISTE},
    ItemType.INTEGER: {Control.ECHELLE},
    ItemType.DISPLAY: {Control.ALERTE},
}
_TESTS = {"equals", "not_equals", "any_of", "at_least", "at_most", "exists", "alert"}
_FREE = {ItemType.STRING, ItemType.TEXT}


def read_item(table: Table, lists: CodeLists, instruments: Instruments) -> Item:
    """The item as written; whatever is wrong is noted on the table."""
    kind = _type(table)
    listed = _listed(table, lists, needed=kind is ItemType.CHOICE)
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
        nr=(nr := table.boolean("nr")),
        options=_options(table, lists.get(listed), nr=nr),
        control=Control(code) if (code := table.one_of("control", Control)) else None,
        unchanged=table.boolean("unchanged", default=kind is not ItemType.INSTRUMENT),
        partage=Partage(table.one_of("partage", Partage) or Partage.METIER),
        export=table.boolean("export"),
        renamed_from=table.name("renamed_from"),
        auto=Auto(name) if (name := table.one_of("auto", Auto)) else None,
        match_all=(match_all := table.one_of("enable_behavior", ("any", "all")) == "all"),
        when=_conditions(table, match_all=match_all),
        under=table.name("under"),
        up_to_age=table.boolean("up_to_age"),
        initial=_initial(table),
        read_only=table.boolean("read_only"),
        trajectoire=table.boolean("trajectoire"),
        instrument=_instrument(table, instruments, needed=kind is ItemType.INSTRUMENT),
    )
    table.close()
    _check(table, item)
    return item


def _type(table: Table) -> ItemType:
    """The type, once the keys that belong to other types are refused; of none, nothing is said."""
    written = table.one_of("type", ItemType, needed=True)
    kind = ItemType(written or ItemType.DISPLAY)
    for key in sorted((table.keys() & _OWN) - (_KEYS[kind] if written else set())):
        if written:
            table.fault(wording.MISPLACED_KEY, key, kind.value)
        table.values(key)
    return kind


def _max_length(table: Table, kind: ItemType) -> int | None:
    if kind not in _FREE:
        return None
    most = TEXT_LENGTH if kind is ItemType.TEXT else STRING_LENGTH
    return table.integer("max_length", 1, most) or most


def _listed(table: Table, lists: CodeLists, *, needed: bool) -> str:
    if needed and ("options" in table) == ("list" in table):
        table.fault(wording.OPTIONS_OR_LIST)
    code = table.code("list")
    if code and code not in lists:
        table.fault(wording.UNKNOWN_LIST, code)
    return code


def _options(table: Table, listed: CodeList | None, *, nr: bool) -> tuple[Option, ...]:
    options = read_options(table, "options") if "options" in table else ()
    if listed is not None:
        options = listed.options
    if options and nr and all(option.code != NR for option in options):
        options = (*options, Option(NR, wording.NOT_SAID, alone=True))
    return options


def _instrument(table: Table, instruments: Instruments, *, needed: bool) -> Instrument | None:
    name = table.name("instrument", needed=needed)
    if name and name not in instruments:
        table.fault(wording.UNKNOWN_INSTRUMENT, name)
    return instruments.get(name)


def _initial(table: Table) -> Scalar | tuple[str, ...] | None:
    """As an answer is kept: days and decimals as texts, several codes together."""
    value = table.values("initial")
    if isinstance(value, list) and value and all(isinstance(code, str) for code in value):
        return tuple(value)
    if isinstance(value, date | Decimal):
        return str(value)
    if value is None or isinstance(value, str | int | bool):
        return value
    table.fault(wording.WRONG_KIND, "initial", wording.TEXT)
    return None


def _conditions(table: Table, *, match_all: bool) -> tuple[Condition, ...]:
    raw = table.values("enable_when")
    if raw is None:
        return ()
    rows = raw if isinstance(raw, list) else [raw]
    holder = table.holding("enable_when", rows)
    read = [_condition(row) for row in holder.tables("enable_when", MAX_CONDITIONS)]
    if not match_all:
        return tuple(_merged(read))
    if len(read) > 1 and any(len(condition.values) > 1 for condition in read):
        table.fault(wording.WHEN_ANY_IN_ALL)
    return tuple(read)


def _merged(conditions: list[Condition]) -> Iterator[Condition]:
    """« a = 1 » or « a = 2 » is « a is 1 or 2 »: one way of writing each rule."""
    for _, run in groupby(conditions, key=_alternatives):
        same = list(run)
        values = dict.fromkeys(value for condition in same for value in condition.values)
        yield same[0] if len(same) == 1 else Condition(same[0].item, tuple(values))


def _alternatives(condition: Condition) -> object:
    """Equal for neighbours that are the same question's alternatives; else itself only."""
    plain = condition.values and not condition.differs
    return condition.item if plain else id(condition)


def _condition(row: Table) -> Condition:
    item = row.name("item", needed=True)
    tests = row.keys() & _TESTS
    if not tests or (len(tests) > 1 and tests != {"at_least", "at_most"}):
        row.fault(wording.WHEN_EMPTY)
    if "alert" in tests and row.values("alert") is not True:
        row.fault(wording.WHEN_EMPTY)
    condition = Condition(
        item,
        tuple(_plain(row, value) for value in _values(row, tests)),
        row.decimal("at_least"),
        row.decimal("at_most"),
        differs="not_equals" in tests,
        alert="alert" in tests,
        absent="exists" in tests and not row.boolean("exists"),
    )
    row.close()
    return condition


def _values(row: Table, tests: set[str]) -> list[Any]:
    for key in ("equals", "not_equals"):
        if key in tests:
            return [row.values(key)]
    if "any_of" not in tests:
        return []
    values = row.values("any_of")
    if not isinstance(values, list) or not values:
        row.fault(wording.WRONG_KIND, "any_of", wording.TEXTS)
        return []
    if len(values) > MAX_CODES:
        row.fault(wording.TOO_MANY, "any_of", MAX_CODES)
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
    if item.personal and item.type not in _FREE:
        table.fault(wording.PERSONAL_FREE)
    if item.read_only and item.initial is None:
        table.fault(wording.READ_ONLY_EMPTY)
    if item.initial is not None and item.is_question and not _can_start_with(item, item.initial):
        table.fault(wording.BAD_INITIAL)
    if item.export and item.type in _FREE:
        table.fault(wording.EXPORT_TEXT)
    _check_control(table, item)


def _can_start_with(item: Item, value: Scalar | tuple[str, ...]) -> bool:
    if item.nr and value == NR:
        return True
    codes = value if isinstance(value, tuple) else (value,)
    if item.type is ItemType.CHOICE and not {o.code for o in item.options} >= set(codes):
        return False
    answer = list(value) if isinstance(value, tuple) else value
    return checks.problem(item, answer, date.max) is None


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
