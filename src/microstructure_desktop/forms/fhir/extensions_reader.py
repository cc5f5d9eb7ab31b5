"""Read the extensions of an item: those of R4 that we use, ours, and those without effect."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from microstructure_desktop.forms.item_reader import MAX_STEPS
from microstructure_desktop.forms.model import Control, ItemType

from .element import Element
from .errors import Refused
from .outline import control_codes
from .vocabulary import (
    CONTROLS,
    HIDDEN,
    ITEM_CONTROL,
    KNOWN_CONTROLS,
    KNOWN_DISPLAYS,
    MAX_OCCURS,
    MAX_VALUE,
    MIN_VALUE,
    OWN_ITEM,
    UNIT,
    WITHOUT_EFFECT,
    Json,
    own,
)

_OWN = {own(name): name for name in OWN_ITEM}
_NUMBERS = (ItemType.INTEGER, ItemType.DECIMAL)


@dataclass(slots=True)
class Facts:
    """`keys`: what the definition says, `own`: what our own extensions say; `kept` goes back."""

    keys: Json = field(default_factory=dict)
    own: Json = field(default_factory=dict)
    kept: Json = field(default_factory=dict)
    control: str = ""
    rows: int | None = None


def facts(table: Element, kind: ItemType) -> Facts:
    found = Facts()
    others: list[Json] = []
    for row in table.objects("extension"):
        address = row.text("url")
        row.path = f"{address}."
        if address in _OWN:
            name = _OWN[address]
            found.own[name] = _own(row, name)
        elif address in _READERS:
            _READERS[address](row, kind, found)
        elif address in WITHOUT_EFFECT:
            others.append({"url": address, **row.rest()})
        else:
            table.fault(Refused.EXTENSION, address)
            continue
        row.close()
    if others:
        found.kept["extension"] = others
    return found


def control(table: Element, kind: ItemType, found: Facts, *, repeats: bool) -> Control | None:
    """Ours for this code; a code that only asks for another look is kept, without effect."""
    code = found.control
    if not code:
        return None
    ours = next((c for c, known in CONTROLS.items() if known == code), None)
    if code == "autocomplete" and kind is ItemType.CHOICE and not repeats:
        ours = Control.LISTE
    if kind is ItemType.DISPLAY:
        ours = None
    if code not in (KNOWN_DISPLAYS if kind is ItemType.DISPLAY else KNOWN_CONTROLS):
        table.fault(Refused.CONTROL_CODE, code)
        return None
    if ours is not None and not _fits(ours, kind, found, repeats=repeats):
        ours = None
    if ours is None or CONTROLS[ours] != code:
        found.kept["control"] = code
    return ours


def _fits(ours: Control, kind: ItemType, found: Facts, *, repeats: bool) -> bool:
    if kind is ItemType.INTEGER and ours is Control.ECHELLE:
        low, high = found.keys.get("min"), found.keys.get("max")
        return low is not None and high is not None and 0 < high - low < MAX_STEPS
    if kind is ItemType.CHOICE and repeats:
        return ours is Control.PUCES
    return kind in (ItemType.CHOICE, ItemType.BOOLEAN) and ours in (
        Control.SEGMENTS,
        Control.LISTE,
    )


def _own(row: Element, name: str) -> object:
    key = OWN_ITEM[name]
    if key not in row:
        row.fault(Refused.MISSING, f"{row.path}{key}")
    if key == "valueBoolean":
        return row.boolean(key)
    if key == "valueInteger":
        return row.integer(key)
    return row.number(key) if key == "valueDecimal" else row.text(key)


def _control(row: Element, _kind: ItemType, found: Facts) -> None:
    codes = control_codes({"valueCodeableConcept": row.object("valueCodeableConcept")})
    if len(codes) != 1 or not isinstance(codes[0], str):
        row.refuse("valueCodeableConcept")
    else:
        found.control = codes[0]


def _bound(key: str) -> Callable[[Element, ItemType, Facts], None]:
    def read(row: Element, kind: ItemType, found: Facts) -> None:
        name, value = row.one("value")
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        if kind not in _NUMBERS or name not in ("valueInteger", "valueDecimal") or not number:
            row.refuse(name)
        else:
            found.keys[key] = value

    return read


def _unit(row: Element, kind: ItemType, found: Facts) -> None:
    coding = row.object("valueCoding")
    text = next((t for k in ("display", "code") if isinstance(t := coding.get(k), str)), "")
    if kind not in _NUMBERS or not text.strip():
        row.refuse("valueCoding")
        return
    found.keys["unit"] = text.strip()
    if coding != {"display": text}:
        found.kept["unit"] = coding


def _rows(row: Element, _kind: ItemType, found: Facts) -> None:
    found.rows = row.integer("valueInteger")


def _hidden(row: Element, _kind: ItemType, _found: Facts) -> None:
    if row.boolean("valueBoolean"):
        row.refuse("valueBoolean")


_READERS: dict[str, Callable[[Element, ItemType, Facts], None]] = {
    ITEM_CONTROL: _control,
    MIN_VALUE: _bound("min"),
    MAX_VALUE: _bound("max"),
    UNIT: _unit,
    MAX_OCCURS: _rows,
    HIDDEN: _hidden,
}
