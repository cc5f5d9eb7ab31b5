"""A repeated group as plain items: a row has its own ids, and shows once the one above begins."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from microstructure_desktop.domain.fiche import Answers

from .model import Condition, Form, Group, Item, ItemType


def repeated(group: Group) -> Group:
    """The same group, its items written out once per row; as it is when it does not repeat."""
    if group.repeat == 1 or not group.items:
        return group
    return replace(group, items=tuple(_rows(group)))


def numbered(item_id: str, row: int) -> str:
    """The id of an item in one row, from 1."""
    return f"{item_id}_{row}"


def closed_up(form: Form, answers: Mapping[str, Any]) -> Answers:
    """The same answers, the rows of each repeated group following one another from the first."""
    found = dict(answers)
    for group in form.groups:
        if group.repeat == 1:
            continue
        rows = [
            {i.base: found.pop(i.id) for i in group.items if i.row == row and i.id in found}
            for row in range(1, group.repeat + 1)
        ]
        for row, kept in enumerate(filter(None, rows), start=1):
            found |= {numbered(base, row): value for base, value in kept.items()}
    return found


def _rows(group: Group) -> Iterator[Item]:
    ids = {item.id for item in group.items}
    for row in range(1, group.repeat + 1):
        heading = numbered(group.id, row)
        begun = _begun(group.items[0], row - 1) if row > 1 else ()
        title = f"{group.row_title or group.title} {row}"
        yield Item(heading, title, ItemType.GROUP, when=begun, match_all=True, row=row)
        for item in group.items:
            yield _in_row(item, row, heading, ids)


def _begun(first: Item, row: int) -> tuple[Condition, ...]:
    """The row has an answer, and not one that excludes the others: « none » asks for no more."""
    name = numbered(first.id, row)
    alone = (option.code for option in first.options if option.alone)
    return (Condition(name), *(Condition(name, (code,), differs=True) for code in alone))


def _in_row(item: Item, row: int, heading: str, ids: set[str]) -> Item:
    return replace(
        item,
        id=numbered(item.id, row),
        base=item.id,
        row=row,
        under=numbered(item.under, row) if item.under in ids else heading,
        renamed_from=numbered(item.renamed_from, row) if item.renamed_from else "",
        when=tuple(
            replace(c, item=numbered(c.item, row)) if c.item in ids else c for c in item.when
        ),
    )
