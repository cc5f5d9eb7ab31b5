"""What is wrong, or surprising, in one answer; never raises, whatever the answer."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from . import scoring, wording
from .instruments import Instrument
from .model import Item, ItemType

DAY_LENGTH = len("2026-11-23")
MAX_POWER = 30  # « 1e999999999 » is a number too, that would fill the memory once written out


def day(value: Any) -> date | None:
    """The date of an ISO answer, None when it is not one."""
    if not isinstance(value, str) or len(value) != DAY_LENGTH:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def number(value: Any) -> Decimal | None:
    """The figure of an integer or decimal answer, None when it is not one."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        found = Decimal(value)
    except (InvalidOperation, ValueError):
        return None
    return found if _writable(found) else None


def problem(item: Item, value: Any, today: date) -> str | None:
    """The sentence that says how to correct a given answer, or None."""
    return _PROBLEMS[item.type](item, value, today)


def question(item: Item, value: Any, today: date) -> str | None:
    """The sentence that asks whether an unlikely answer is meant, or None."""
    if item.type is ItemType.DATE and item.soft_days is not None:
        found = day(value)
        if found is not None and abs((today - found).days) > item.soft_days:
            return wording.ASK_DAY.format(f"{found:%d/%m/%Y}")
    if item.instrument is not None:
        return _missing_cotes(item, item.instrument, value)
    if item.soft_min is None and item.soft_max is None:
        return None
    figure = number(value)
    if figure is None or inside(figure, item.soft_min, item.soft_max):
        return None
    return wording.ASK_NUMBER.format(f"{wording.number(figure)} {item.unit}".strip())


def _writable(figure: Decimal) -> bool:
    exponent = figure.as_tuple().exponent
    ends = (exponent, figure.adjusted())
    return all(isinstance(end, int) and abs(end) <= MAX_POWER for end in ends)


def inside(figure: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or figure >= low) and (high is None or figure <= high)


def _boolean(_item: Item, value: Any, _today: date) -> str | None:
    return None if isinstance(value, bool) else wording.ANSWER_CHOOSE


def _integer(item: Item, value: Any, _today: date) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return wording.ANSWER_INTEGER
    return _bounds(item, Decimal(value))


def _decimal(item: Item, value: Any, _today: date) -> str | None:
    figure = number(value)
    return wording.ANSWER_NUMBER if figure is None else _bounds(item, figure)


def _bounds(item: Item, figure: Decimal) -> str | None:
    if inside(figure, item.min, item.max):
        return None
    if item.min is not None and item.max is not None:
        return wording.ANSWER_BETWEEN.format(wording.number(item.min), wording.number(item.max))
    if item.min is not None:
        return wording.ANSWER_AT_LEAST.format(wording.number(item.min))
    return wording.ANSWER_AT_MOST.format(wording.number(item.max or Decimal()))


def _date(item: Item, value: Any, today: date) -> str | None:
    found = day(value)
    if found is None:
        return wording.ANSWER_DAY
    return wording.ANSWER_FUTURE if found > today and not item.future else None


def _text(item: Item, value: Any, _today: date) -> str | None:
    if not isinstance(value, str):
        return wording.ANSWER_TEXT
    if item.max_length is not None and len(value) > item.max_length:
        return wording.ANSWER_TOO_LONG.format(item.max_length, len(value))
    return None


def _choice(item: Item, value: Any, _today: date) -> str | None:
    """An unknown code comes from another version of the list: it is kept, not refused."""
    codes = value if item.repeats else [value]
    if not isinstance(codes, list) or not codes or not all(isinstance(c, str) for c in codes):
        return wording.ANSWER_CHOOSE
    alone = next((option for option in item.options if option.alone and option.code in codes), None)
    if alone is not None and len(codes) > 1:
        return wording.ANSWER_ALONE.format(alone.label)
    return None


def _instrument(item: Item, value: Any, _today: date) -> str | None:
    """A scale of a version that is not installed any more is kept as it is."""
    if not isinstance(value, dict) or not isinstance(value.get("cotes"), dict):
        return wording.ANSWER_COTES
    scale = item.instrument and item.instrument.of(value.get("version", 0))
    if scale is None:
        return None
    return next(iter(scoring.refus(scale, value["cotes"]).values()), None)


def _missing_cotes(item: Item, instrument: Instrument, value: Any) -> str | None:
    scale = instrument.of(value.get("version", 0))
    if scale is None:
        return None
    left = scoring.resultat(scale, value["cotes"]).manquantes
    if not left:
        return None
    words = wording.ONE_COTE if len(left) == 1 else wording.SOME_COTES
    return wording.ASK_COTES.format(item.text, words.format(", ".join(map(str, left))))


_PROBLEMS: dict[ItemType, Callable[[Item, Any, date], str | None]] = {
    ItemType.INSTRUMENT: _instrument,
    ItemType.BOOLEAN: _boolean,
    ItemType.INTEGER: _integer,
    ItemType.DECIMAL: _decimal,
    ItemType.DATE: _date,
    ItemType.STRING: _text,
    ItemType.TEXT: _text,
    ItemType.CHOICE: _choice,
}
