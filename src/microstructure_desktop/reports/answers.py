"""An answer in words, as it is printed."""

from typing import Any

from microstructure_desktop.forms import checks, rules
from microstructure_desktop.forms import wording as form_wording
from microstructure_desktop.forms.model import NR, Control, Item, ItemType

from . import wording


def answer(item: Item, value: Any) -> str:
    """What the definition does not understand, from another version, is printed as it is."""
    if not rules.is_answered(value):
        return ""
    if isinstance(value, bool):
        return "Oui" if value else "Non"
    if isinstance(value, list | tuple):
        return ", ".join(item.label(str(code)) for code in value)
    if value == NR:
        return item.label(NR) if item.options else form_wording.NOT_SAID
    return _written(item, value)


def _written(item: Item, value: Any) -> str:
    if item.type is ItemType.DATE and (jour := checks.day(value)):
        return wording.jour_court(jour)
    if (
        item.type in (ItemType.INTEGER, ItemType.DECIMAL)
        and (figure := checks.number(value)) is not None
    ):
        unit = f"sur\xa0{item.max}" if item.control is Control.ECHELLE else item.unit
        return f"{form_wording.number(figure)}\xa0{unit}".rstrip("\xa0")
    return item.label(str(value))
