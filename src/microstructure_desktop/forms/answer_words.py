"""An answer in words, on screen and on paper."""

from typing import Any

from microstructure_desktop import french

from . import checks, rules, wording
from .model import NR, Control, Item, ItemType
from .scale_words import scale_in_words


def in_words(item: Item, value: Any) -> str:
    """What the definition does not understand, from another version, is shown as it is."""
    if not rules.is_answered(value):
        return ""
    if isinstance(value, bool):
        return wording.YES if value else wording.NO
    if isinstance(value, dict):
        return scale_in_words(item.instrument, value) if item.instrument is not None else ""
    if isinstance(value, list | tuple):
        return ", ".join(item.label(str(code)) for code in value)
    if value == NR:
        return item.label(NR) if item.options else wording.NOT_SAID
    return _written(item, value)


def _written(item: Item, value: Any) -> str:
    if item.type is ItemType.DATE and (jour := checks.day(value)):
        return french.numeric_date(jour)
    if (
        item.type in (ItemType.INTEGER, ItemType.DECIMAL)
        and (figure := checks.number(value)) is not None
    ):
        graduated = item.control is Control.ECHELLE
        unit = wording.OUT_OF.format(item.max) if graduated else wording.unit(item.unit, figure)
        return f"{wording.number(figure)}\xa0{unit}".rstrip("\xa0")
    return item.label(str(value))
