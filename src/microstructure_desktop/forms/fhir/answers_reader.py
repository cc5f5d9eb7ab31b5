"""Read the answers that a question proposes: its options, and what it starts with."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from microstructure_desktop.forms import wording
from microstructure_desktop.forms.code_lists import MAX_LABEL, CodeLists
from microstructure_desktop.forms.model import NR, ItemType, Option

from . import kept
from .element import Element
from .errors import Refused
from .names import option_code
from .options import DECLINED, label
from .vocabulary import EXCLUSIVE, LIST, NR_SYSTEM, ORDINAL, WITHOUT_EFFECT, Json, own

_KINDS = {"valueCoding": dict, "valueString": str, "valueInteger": int}
_CODING = {"id", "system", "version", "code", "display", "userSelected", "extension"}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One option, its `value[x]` as it was written, and the system of its code."""

    option: Option
    value: Json
    selected: bool = False
    system: str = ""


@dataclass(slots=True)
class Choice:
    """What a choice proposes. `kept`: what to give back, by element; `list_id`: our list."""

    proposed: list[Proposed] = field(default_factory=list)
    list_id: str = ""
    kept: Json = field(default_factory=dict)

    def code(self, value: Json) -> str | None:
        """Our code of a `value[x]`; a Coding is told by its system, if it has one, and its code."""
        for found in self.proposed:
            if _same(found.value, value):
                return found.option.code
        return None


def choice(
    table: Element, sets: dict[str, Json], lists: CodeLists, *, nr: bool, ours: str
) -> Choice:
    """What `answerOption` or `answerValueSet` proposes; `ours`: the codes of our own questions."""
    if "answerValueSet" in table:
        found = _of_value_set(table, sets)
    else:
        taken: set[str] = set()
        rows = [_option(row, taken) for row in table.objects("answerOption")]
        found = Choice([row for row in rows if row is not None])
    if not found.proposed:
        table.fault(Refused.MISSING, "answerOption")
    systems = {proposed.system for proposed in found.proposed}
    _name_list(found, systems - {NR_SYSTEM}, lists, nr=nr)
    for proposed in found.proposed:
        if not found.list_id and not _is_ours(proposed, ours):
            found.kept[kept.option(proposed.option.code)] = proposed.value
    if found.list_id or systems <= {ours, NR_SYSTEM}:
        found.kept.pop("answerValueSet", None)
    return found


def toml(found: Choice, *, nr: bool) -> Json:
    """The `list` or `options` of a definition; what `nr` adds by itself is left out."""
    if found.list_id:
        return {"list": found.list_id}
    rows = [p.option for p in found.proposed if not (nr and _declines(p))]
    return {"options": [_row(option) for option in rows]}


def initial(table: Element, kind: ItemType, found: Choice, *, repeats: bool) -> Any:
    """What the definition's `initial` holds, None for nothing."""
    values = []
    for row in table.objects("initial"):
        name, value = row.one("value")
        row.close()
        if kind is ItemType.CHOICE:
            code = found.code({name: value})
            if code is None:
                table.fault(Refused.NO_OPTION, f"initial.{name}", _label(value))
            values.append(code)
        elif not _begins(kind, name, value):
            table.refuse(f"initial.{name}")
        else:
            values.append(value)
    values += [p.option.code for p in found.proposed if p.selected]
    if not values:
        return None
    if len(values) > 1 and not repeats:
        table.refuse("initial")
    return values if repeats else values[0]


_INITIAL: dict[ItemType, tuple[str, tuple[type, ...]]] = {
    ItemType.BOOLEAN: ("valueBoolean", (bool,)),
    ItemType.INTEGER: ("valueInteger", (int,)),
    ItemType.DECIMAL: ("valueDecimal", (int, Decimal)),
    ItemType.DATE: ("valueDate", (str,)),
    ItemType.STRING: ("valueString", (str,)),
    ItemType.TEXT: ("valueString", (str,)),
}


def _begins(kind: ItemType, name: str, value: object) -> bool:
    expected, types = _INITIAL.get(kind, ("", ()))
    return name == expected and type(value) in types


def _declines(proposed: Proposed) -> bool:
    return proposed.system == NR_SYSTEM and proposed.option == DECLINED


def _row(option: Option) -> Json:
    found: Json = {"code": option.code, "label": option.label}
    flags = {"alone": option.alone, "retired": option.retired}
    return found | {name: True for name, flag in flags.items() if flag}


def _option(row: Element, taken: set[str]) -> Proposed | None:
    name, value = row.one("value")
    if not name:
        return None
    if name not in _KINDS or not isinstance(value, _KINDS[name]) or isinstance(value, bool):
        row.refuse(name)
        return None
    alone, retired, others = _flags(row)
    selected = row.boolean("initialSelected")
    row.take("id")
    row.close()
    if name == "valueCoding":
        return _coding(row, value, taken, (alone, retired, selected))
    option = Option(option_code(str(value), taken), label({name: value}), alone, retired)
    return Proposed(option, {name: value, **({"extension": others} if others else {})}, selected)


def _flags(row: Element) -> tuple[bool, bool, list[Json]]:
    alone, retired, others = False, False, []
    for extension in row.objects("extension"):
        address = extension.text("url")
        if address in (EXCLUSIVE, own("alone")):
            alone = extension.boolean("valueBoolean")
        elif address == own("retired"):
            retired = extension.boolean("valueBoolean")
        elif address in WITHOUT_EFFECT:
            others.append({"url": address, **extension.rest()})
        else:
            row.fault(Refused.EXTENSION, address)
            continue
        extension.close()
    return alone, retired, others


def _coding(
    row: Element, value: Any, taken: set[str], flags: tuple[bool, bool, bool]
) -> Proposed | None:
    table = Element(value, row.faults, row.where, f"{row.path}valueCoding.")
    for extension in Element(value, row.faults, row.where).objects("extension"):
        if extension.take("url") != ORDINAL:
            table.refuse("extension")
    texts = {key: table.text(key) for key in ("system", "version", "code", "display")}
    for key in _CODING:
        table.take(key)
    table.close()
    written = texts["code"] or texts["display"]
    if not written.strip():
        row.fault(Refused.MISSING, f"{row.path}valueCoding.code")
        return None
    alone, retired, selected = flags
    shown = label({"valueCoding": value})
    if len(shown) > MAX_LABEL:
        row.fault(wording.TOO_LONG, f"{row.path}valueCoding.display", MAX_LABEL)
    option = Option(option_code(written, taken), shown, alone, retired)
    return Proposed(option, {"valueCoding": value}, selected, texts["system"])


def _of_value_set(table: Element, sets: dict[str, Json]) -> Choice:
    name = table.text("answerValueSet")
    raw = sets.get(name.removeprefix("#")) if name.startswith("#") else None
    if "answerOption" in table:
        table.refuse("answerOption")
        table.take("answerOption")
    if raw is None:
        table.fault(Refused.VALUE_SET, name)
        return Choice()
    holder = Element(raw, table.faults, table.where, "ValueSet.")
    rows = _concepts(holder)
    about = {key: holder.take(key) for key in _ABOUT if key in holder}
    holder.take("resourceType")
    holder.close()
    taken: set[str] = set()
    found = [_concept(row, coding, taken) for row, coding in rows]
    return Choice([one for one in found if one is not None], kept={"answerValueSet": about})


_ABOUT = ("id", "url", "identifier", "version", "name", "title", "status", "experimental", "date",
          "publisher", "contact", "description", "immutable", "purpose", "copyright", "meta",
          "language", "useContext", "jurisdiction")  # fmt: skip


def _concepts(holder: Element) -> list[tuple[Element, Json]]:
    """Each concept and the Coding that it stands for."""
    compose = Element(holder.object("compose"), holder.faults, holder.where, "ValueSet.compose.")
    found: list[tuple[Element, Json]] = []
    for include in compose.objects("include"):
        shared = {k: v for k in ("system", "version") if (v := include.text(k))}
        found.extend((concept, shared) for concept in include.objects("concept"))
        include.close()
    compose.close()
    return found


def _concept(row: Element, shared: Json, taken: set[str]) -> Proposed | None:
    alone, retired, others = _flags(row)
    coding = {**shared, **{k: v for k in ("code", "display") if (v := row.text(k))}}
    row.take("id")
    row.close()
    if others:
        coding["extension"] = others
    return _coding(row, coding, taken, (alone, retired, False))


def _name_list(found: Choice, systems: set[str], lists: CodeLists, *, nr: bool) -> None:
    """Our list, when it is installed here with the same codes; else its codes are written out."""
    [system] = systems if len(systems) == 1 else [""]
    name = system.removeprefix(LIST)
    if name == system or name not in lists:
        return
    expected = lists[name].options
    if nr and all(option.code != NR for option in expected):
        expected = (*expected, DECLINED)
    if tuple(p.option for p in found.proposed) == expected:
        found.list_id = name


def _is_ours(proposed: Proposed, ours: str) -> bool:
    option = proposed.option
    system = NR_SYSTEM if proposed.system == NR_SYSTEM else ours
    expected = {"system": system, "code": option.code, "display": option.label}
    return proposed.value == {"valueCoding": expected}


def _same(one: Json, other: Json) -> bool:
    coding, wanted = one.get("valueCoding"), other.get("valueCoding")
    if not isinstance(coding, dict) or not isinstance(wanted, dict):
        return all(one.get(key) == value for key, value in other.items())
    system = wanted.get("system", coding.get("system"))
    return bool(coding.get("code") == wanted.get("code") and coding.get("system") == system)


def _label(value: object) -> object:
    return value.get("code") if isinstance(value, dict) else value
