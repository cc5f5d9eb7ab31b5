"""The place for an answer on paper, as its type wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.forms import wording as words
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Control, Item, ItemType

from . import strokes
from .scale_zone import scale
from .styles import MM

if TYPE_CHECKING:
    from decimal import Decimal

    from .strokes import Row

PERSONAL = "Note personnelle\xa0: à ne pas écrire sur papier."
_DIGIT = 5 * MM
_SHORT = 0.56
"""The share of the width that a date, or a number with its unit, takes."""
_TICKED = 60
"""More choices would fill a page with boxes: the answer is written, as in the list."""
_A_LINE = 250
"""Characters that somebody writes by hand on one line, when they have room: people write less."""


def is_beside(item: Item) -> bool:
    """Whether the answer fits at the right of the question; else below, over the whole width."""
    wide = (ItemType.TEXT, ItemType.INSTRUMENT, ItemType.DISPLAY)
    return item.personal or item.type not in wide


def zone(item: Item, width: float) -> list[Row]:
    if not item.is_question:
        return []
    if item.personal:
        return strokes.words(PERSONAL, width)
    if item.read_only:
        kept = list(item.initial) if isinstance(item.initial, tuple) else item.initial
        return strokes.words(in_words(item, kept), width, strokes.CHOICE)
    rows = _zone(item, width)
    if not item.nr or item.options or item.type is ItemType.BOOLEAN:
        return rows
    [not_said] = strokes.ticks([words.NOT_SAID], width)
    if _is_short(item):
        return [strokes.together(rows[0], not_said, width * _SHORT)]
    return [*rows, not_said]


def _is_short(item: Item) -> bool:
    """Whether « ne souhaite pas répondre » has room at the right of the answer."""
    numbers = (ItemType.INTEGER, ItemType.DECIMAL)
    plain = item.type in numbers and item.control is not Control.ECHELLE
    return item.type is ItemType.DATE or plain


def _zone(item: Item, width: float) -> list[Row]:
    if item.instrument is not None:
        return scale(item.instrument, width)
    if item.type is ItemType.BOOLEAN:
        asked = [words.YES, words.NO, *([words.NOT_SAID] if item.nr else [])]
        return strokes.ticks(asked, width)
    if item.type is ItemType.CHOICE:
        return _choices([option.label for option in item.offered], width)
    if item.type is ItemType.DATE:
        return [strokes.day()]
    if item.type in (ItemType.INTEGER, ItemType.DECIMAL):
        return [_number(item, width)]
    return strokes.lines(_count(item), width)


def _choices(labels: list[str], width: float) -> list[Row]:
    if len(labels) > _TICKED:
        return strokes.lines(1, width)
    return strokes.ticks(labels, width)


def _number(item: Item, width: float) -> Row:
    if item.control is Control.ECHELLE and item.min is not None and item.max is not None:
        return strokes.figures(int(item.min), int(item.max), width)
    digits = max(3, len(words.number(item.max)) if item.max is not None else 5)
    return strokes.frames([("", digits * _DIGIT)], number_words(item))


def number_words(item: Item) -> str:
    """« kg, de 30 à 250,5 »."""
    return ", ".join(filter(None, (item.unit, _bounds(item.min, item.max))))


def _bounds(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None:
        return f"de {words.number(low)} à {words.number(high)}"
    if low is not None:
        return f"{words.number(low)} ou plus"
    return f"{words.number(high)} ou moins" if high is not None else ""


def _count(item: Item) -> int:
    if item.type is ItemType.STRING:
        return 1
    return min(max(2, (item.max_length or 0) // _A_LINE), 8)
