"""Read a TOML definition, or say exactly what is wrong with it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import SOIGNANTS, Role

from . import wording
from .code_lists import CodeLists
from .instruments import Instruments
from .item_reader import read_item
from .model import NR, Condition, Form, Group, Item, ItemType, Partage, Scalar, Stage
from .places import Places
from .repeating import repeated
from .toml_table import Fault, FormError, Table, worded

MAX_GROUPS = 20
MAX_ITEMS = 200
MAX_ROWS = 10
TEAM = "equipe"
"""What `role` says when every carer may fill the form in."""
MAX_TITLE = 80
_ITEM_HEADER = re.compile(r"\s*\[\[\s*group\s*\.\s*item\s*\]\]")
_GROUP_HEADER = re.compile(r"\s*\[\[\s*group\s*\]\]")


def load(text: str, lists: CodeLists, instruments: Instruments) -> Form:
    """Read one definition; `lists` and `instruments` are those that its items may name.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table.of(text, faults)
    places = _Places(text)
    form = Form(
        id=table.name("id", needed=True),
        version=table.integer("version", 1, 9999, needed=True) or 0,
        title=table.text("title", MAX_TITLE, needed=True),
        role=_role(table),
        stage=Stage(table.one_of("stage", Stage, needed=True) or Stage.SUIVI),
        depuis=table.day("depuis", needed=True) or date.min,
        groups=_groups(table, places, lists, instruments),
        chapeau=table.text("chapeau", 600),
        actes=table.texts("actes", len(TypeActe)),
        source=text,
    )
    form = _shared(form) if form.role is None else form
    _check_acts(table, form)
    table.close()
    faults.extend(map(places.located, (*_name_faults(form), *_condition_faults(form))))
    if faults:
        raise FormError(faults)
    return form


class _Places:
    """Lines of the group and item headers, in order; silent when items are written inline."""

    def __init__(self, text: str) -> None:
        self._text = Places(text)
        self._groups = self._text.starting(_GROUP_HEADER)
        self._items = self._text.starting(_ITEM_HEADER)
        self._seen = 0
        self._lines: dict[str, int] = {}

    def group(self, row: Table, rank: int) -> Table:
        """A group's table, its faults placed on its lines."""
        line = self._groups[rank] if rank < len(self._groups) else None
        named = row.named("id", line, self._keys(line))
        named.where = wording.IN_GROUP.format(named.where or rank + 1)
        if line is not None:
            self._lines[named.where] = line
        return named

    def item(self, row: Table) -> Table:
        """The next item's table, its faults placed on its lines."""
        line = self._items[self._seen] if self._seen < len(self._items) else None
        self._seen += 1
        named = row.named("id", line, self._keys(line))
        if line is not None:
            self._lines[named.where] = line
        return named

    def located(self, fault: Fault) -> Fault:
        """The same fault on the line of its item or group; on the last one when two share an id."""
        return replace(fault, line=self._lines.get(fault.where))

    def _keys(self, header: int | None) -> Mapping[str, int]:
        return {} if header is None else self._text.keys(header)


def _role(table: Table) -> Role | None:
    name = table.one_of("role", (*SOIGNANTS, TEAM), needed=True)
    return Role(name) if name in set(SOIGNANTS) else None


def _shared(form: Form) -> Form:
    """A form that every carer fills in belongs to no profession: what is not personal is shared."""

    def opened(item: Item) -> Item:
        return replace(item, partage=Partage.EQUIPE) if item.partage is Partage.METIER else item

    groups = (replace(group, items=tuple(map(opened, group.items))) for group in form.groups)
    return replace(form, groups=tuple(groups))


def _check_acts(table: Table, form: Form) -> None:
    if (form.stage is Stage.SEANCE) != bool(form.actes):
        table.fault(wording.ACTS_MISPLACED)
    if form.stage is Stage.SEANCE and form.personal:
        table.fault(wording.PERSONAL_SESSION)
    for code in sorted(set(form.actes) - set(TypeActe)):
        table.fault(wording.UNKNOWN_ACT, code)


def _groups(
    table: Table, places: _Places, lists: CodeLists, instruments: Instruments
) -> tuple[Group, ...]:
    groups: list[Group] = []
    left = MAX_ITEMS
    for rank, raw in enumerate(table.tables("group", MAX_GROUPS, needed=True)):
        row = places.group(raw, rank)
        rows = row.tables("item", max(left, 0))
        left -= len(rows)
        group = Group(
            row.name("id", needed=True),
            row.text("title", MAX_TITLE, needed=True),
            tuple(read_item(places.item(r), lists, instruments) for r in rows),
            row.integer("repeat", 2, MAX_ROWS) or 1,
            row.text("row_title", MAX_TITLE),
        )
        if not group.items:
            row.fault(wording.GROUP_EMPTY)
        elif group.repeat > 1 and not group.items[0].is_question:
            row.fault(wording.REPEAT_SECTIONS)
        row.close()
        groups.append(repeated(group))
    return tuple(groups)


def _name_faults(form: Form) -> Iterator[Fault]:
    """Each id once, as written and in the rows it makes, and no former name still in use."""
    rows = {(item.id, item.base) for item in form.items if item.row}
    plain = [item.id for item in form.items if not item.row]
    for names, where in (
        ([group.id for group in form.groups], wording.IN_GROUP),
        ([item.base for item in form.items if item.row == 1], "{0}"),
        ([*plain, *(name for name, _ in rows)], "{0}"),
    ):
        for name, many in sorted(Counter(names).items()):
            if name and many > 1:
                yield Fault(where.format(name), wording.DUPLICATE.format(name))
    known = {item.id for item in form.items if item.id}
    for item in _as_written(form.items):
        if item.renamed_from in known:
            yield _fault(item, wording.RENAMED_TO_SELF, item.renamed_from)


def _condition_faults(form: Form) -> Iterator[Fault]:
    """A condition looks back only: with no forward reference there can be no cycle."""
    above: dict[str, Item] = {}
    for group in form.groups:
        beside: set[str] = set()
        for item in _as_written(group.items):
            if item.under and item.under not in beside:
                yield _fault(item, wording.UNDER_UNKNOWN, item.under)
            beside.add(item.id)
    for item in form.items:
        for condition in item.when if item.row <= 1 else ():
            source = above.get(condition.item)
            if source is None or not source.is_question:
                yield _fault(item, wording.WHEN_UNKNOWN, condition.item)
            else:
                yield from _value_faults(item, condition, source)
        above.setdefault(item.id, item)


def _as_written(items: Iterable[Item]) -> Iterator[Item]:
    """Of the rows of a repeated group, the first says it all."""
    return (item for item in items if item.row <= 1)


def _fault(item: Item, sentence: str, *values: object) -> Fault:
    return Fault(item.base or item.id, worded(sentence, *values))


def _value_faults(item: Item, condition: Condition, source: Item) -> Iterator[Fault]:
    wanted: list[object] = [v for v in condition.values if not _possible(source, v)]
    bounds = (condition.at_least, condition.at_most)
    if source.type not in (ItemType.INTEGER, ItemType.DECIMAL):
        wanted += [bound for bound in bounds if bound is not None]
    if condition.alert and not (source.instrument and source.instrument.alertes):
        wanted.append("alert")
    for value in wanted:
        yield _fault(item, wording.WHEN_VALUE, value, source.id)
    if source.personal and not item.personal:
        yield _fault(item, wording.WHEN_PERSONAL, source.id)


def _possible(source: Item, value: Scalar) -> bool:
    if value == NR:
        return source.nr or any(option.code == NR for option in source.options)
    if source.type is ItemType.BOOLEAN:
        return isinstance(value, bool)
    if source.type is ItemType.INTEGER:
        return isinstance(value, int) and not isinstance(value, bool)
    if source.type is ItemType.CHOICE and not source.options:
        return True  # its list is at fault already
    return any(option.code == value for option in source.options)
