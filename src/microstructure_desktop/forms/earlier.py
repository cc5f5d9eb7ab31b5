"""What was answered last to each question of a form, whichever fiche asked it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .answers import carried
from .model import Form, Item, ItemType
from .rules import fits, is_answered


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last answer to one question, and the day it describes."""

    jour: date
    value: Any


def earlier(
    form: Form, filled: Iterable[tuple[date, Mapping[str, Any]]], before: date
) -> dict[str, Earlier]:
    """By item id, from answers filled in before a day, in any order.

    An id means the same question in every form of a profession; an answer that this form could
    not take is left out. A day has no sequel, and a personal note is not asked again.
    """
    found: dict[str, Earlier] = {}
    for jour, answers in sorted(filled, key=lambda one: one[0]):
        if jour >= before:
            continue
        said = {
            item_id: Earlier(jour, value)
            for item_id, value in carried(form, answers).items()
            if (item := form.item(item_id)) and _goes_on(item, value, before)
        }
        for rows in _rows(form):
            if said.keys() & rows:  # rows are told together: a product's frequency is its own
                found = {item_id: known for item_id, known in found.items() if item_id not in rows}
        found |= said
    return found


def _rows(form: Form) -> list[set[str]]:
    """The questions of each repeated group."""
    return [{i.id for i in group.items} for group in form.groups if group.repeat > 1]


def _goes_on(item: Item, value: Any, before: date) -> bool:
    if item.personal or item.type is ItemType.DATE or not is_answered(value):
        return False
    return fits(item, value, before)
