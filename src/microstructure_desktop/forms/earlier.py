"""What was answered last to each question of a form, whichever fiche asked it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import checks
from .answers import carried
from .model import NR, Form, Item, ItemType
from .rules import is_answered


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
        for item_id, value in carried(form, answers).items():
            item = form.item(item_id)
            if item is not None and _goes_on(item, value, before):
                found[item_id] = Earlier(jour, value)
    return found


def _goes_on(item: Item, value: Any, before: date) -> bool:
    if item.personal or item.type is ItemType.DATE or not is_answered(value):
        return False
    return value == NR or checks.problem(item, value, before) is None
