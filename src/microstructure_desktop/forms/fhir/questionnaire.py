"""A definition as a FHIR R4 Questionnaire."""

from decimal import Decimal
from typing import Any

from microstructure_desktop.forms.loader import TEAM
from microstructure_desktop.forms.model import NR, Form, Item, ItemType, Partage

from . import conditions, kept, options, scales
from .tree import Node, Section, Tree, tree
from .vocabulary import (
    CONTROLS,
    HELP,
    MAX_OCCURS,
    MAX_VALUE,
    MIN_VALUE,
    QUESTIONNAIRE,
    UNIT,
    Json,
    control,
    day,
    extension,
    figure,
    folded,
)

_FACTS = ("soft_min", "soft_max", "soft_days", "future", "up_to_age", "trajectoire", "export",
          "renamed_from", "auto")  # fmt: skip
_AS_THEY_WERE = ("prefix", "code", "definition", "id")
_VALUES = {
    ItemType.BOOLEAN: "valueBoolean",
    ItemType.INTEGER: "valueInteger",
    ItemType.DECIMAL: "valueDecimal",
    ItemType.DATE: "valueDate",
    ItemType.STRING: "valueString",
    ItemType.TEXT: "valueString",
}


def url(form: Form) -> str:
    """The canonical address of a definition, whatever its version."""
    return f"{QUESTIONNAIRE}{form.id}"


def questionnaire(form: Form) -> Json:
    """Everything that the definition says; `reader` makes the same definition of it."""
    whole = tree(form)
    known = dict(whole.kept.get(kept.ROOT, {}))
    if day(str(known.get("date", ""))) != form.depuis:
        known.pop("date", None)
    if form.chapeau and folded(str(known.get("description", ""))) != form.chapeau:
        known.pop("description", None)
    inner = [item for section in whole.sections for item in _section(whole, section)]
    found: Json = {
        "resourceType": "Questionnaire",
        "url": url(form),
        "version": str(form.version),
        "name": form.id[0].upper() + form.id[1:],
        "title": form.title,
        "status": "active",
        "subjectType": ["Patient"],
        "date": form.depuis.isoformat(),
    }
    if form.chapeau:
        found["description"] = form.chapeau
    if contained := options.contained(whole):
        found["contained"] = contained
    return {**found, **known, "extension": _root_facts(form), "item": inner}


def _root_facts(form: Form) -> list[Json]:
    return [
        extension("role", TEAM if form.role is None else form.role.value),
        extension("stage", form.stage.value),
        *(extension("acte", code) for code in form.actes),
    ]


def _section(whole: Tree, section: Section) -> list[Json]:
    inner = [_item(whole, section, node) for node in section.nodes]
    if not section.wrapped:
        return inner
    group = section.group
    found: Json = {"linkId": section.link, "text": group.title, "type": "group"}
    known = whole.kept.get(kept.of_group(group.id), {})
    found |= _kept_elements(known, group.title)
    extensions = list(known.get("extension", []))
    if section.link != group.id:
        extensions.append(extension("id", group.id))
    if group.repeat > 1:
        found["repeats"] = True
        if not known.get("unbounded"):
            extensions.append({"url": MAX_OCCURS, "valueInteger": group.repeat})
    if group.row_title:
        extensions.append(extension("row_title", group.row_title))
    return [_with_extensions(found, extensions) | {"item": inner}]


def _with_extensions(found: Json, extensions: list[Json]) -> Json:
    return found | {"extension": extensions} if extensions else found


def _kept_elements(known: Json, text: str) -> Json:
    """The text as it was laid out, and what has no effect here."""
    found = {name: known[name] for name in _AS_THEY_WERE if name in known}
    if "text" in known and folded(str(known["text"] or "")) == text:
        found["text"] = known["text"]
    return found


def _item(whole: Tree, section: Section, node: Node) -> Json:
    item, form = node.item, whole.form
    children = _help(node)
    if item.instrument is not None:
        children += scales.children(node.link, item.instrument)
    children += [_item(whole, section, child) for child in node.children]
    found: Json = {"linkId": node.link, "text": item.text, "type": _type(item, children)}
    found |= _kept_elements(node.kept, item.text)
    for name, value in (("required", item.required), ("readOnly", item.read_only)):
        if value:
            found[name] = True
    if item.repeats:
        found["repeats"] = True
    if item.max_length is not None and not node.kept.get("no_max_length"):
        found["maxLength"] = item.max_length
    rule = conditions.element(form, node, lambda name: whole.source(section, name))
    extensions = [
        *node.kept.get("extension", []),
        *_extensions(node, children),
        *rule.pop("extension", []),
    ]
    found |= rule | options.element(whole, node)
    initial, ours = _initial(whole, node)
    found |= initial
    found = _with_extensions(found, [*extensions, *ours])
    return found | {"item": children} if children else found


def _help(node: Node) -> list[Json]:
    """R4 writes a hint as a display item inside its question; a display has no room for one."""
    hint = node.item.hint
    if not hint or node.item.type is ItemType.DISPLAY:
        return []
    known = node.kept.get("help")
    if isinstance(known, dict) and folded(str(known.get("text", ""))) == hint:
        return [known]
    inner = {"linkId": f"{node.link}.aide", "text": hint, "type": "display"}
    return [inner | {"extension": [control(HELP)]}]


def _type(item: Item, children: list[Json]) -> str:
    if item.type is ItemType.INSTRUMENT:
        return "group"
    if item.type is ItemType.GROUP and not children:
        return "display"  # R4 has no empty group
    return item.type.value


def _extensions(node: Node, children: list[Json]) -> list[Json]:
    item = node.item
    said = ((name, getattr(item, name)) for name in _FACTS)
    found = [extension(name, value) for name, value in said if value or _is_zero(value)]
    if node.link != item.id:
        found.append(extension("id", item.id))
    if item.type is ItemType.GROUP and not children:
        found.append(extension("type", item.type.value))
    if item.under:
        found.append(extension("under", item.under))
    if item.is_question and item.partage is not Partage.METIER:
        found.append(extension("partage", item.partage.value))
    if not item.unchanged and item.instrument is None:
        found.append(extension("unchanged", False))
    if item.nr:
        found.append(extension("nr", True))
    if item.hint and item.type is ItemType.DISPLAY:
        found.append(extension("hint", item.hint))
    if item.instrument is not None:
        found += scales.facts(item.instrument)
    return [*_bounds(item), *_control(node), *_unit(node), *found]


def _is_zero(value: object) -> bool:
    return isinstance(value, Decimal)


def _bounds(item: Item) -> list[Json]:
    whole = item.type is ItemType.INTEGER
    bounds = ((MIN_VALUE, item.min), (MAX_VALUE, item.max))
    return [
        {"url": address, **figure("value", bound, whole=whole)}
        for address, bound in bounds
        if bound is not None
    ]


def _control(node: Node) -> list[Json]:
    chosen = node.item.control
    if chosen is None or "control" in node.kept:
        code = node.kept.get("control")
        return [control(code)] if isinstance(code, str) else []
    if chosen in CONTROLS:
        return [control(CONTROLS[chosen])]
    return [extension("control", chosen.value)]


def _unit(node: Node) -> list[Json]:
    if not node.item.unit:
        return []
    known = node.kept.get("unit")
    same = isinstance(known, dict) and node.item.unit in (known.get("display"), known.get("code"))
    return [{"url": UNIT, "valueCoding": known if same else {"display": node.item.unit}}]


def _initial(whole: Tree, node: Node) -> tuple[Json, list[Json]]:
    """initial[x] or initialSelected, and our own where these would lose the order or the form."""
    item = node.item
    if item.initial is None:
        return {}, []
    if item.type is ItemType.CHOICE:
        return _initial_codes(whole, node, item.initial)
    if item.initial == NR and item.nr:
        return {}, [extension("initial", NR)]
    value: Any = item.initial
    if item.type is ItemType.DECIMAL and isinstance(value, str):
        number = Decimal(value)
        same = str(number) == value and not value.lstrip("-").isdecimal()
        ours = [] if same else [extension("initial", value)]
        return {"initial": [{"valueDecimal": number}]}, ours
    return {"initial": [{_VALUES[item.type]: value}]}, []


def _initial_codes(whole: Tree, node: Node, initial: Any) -> tuple[Json, list[Json]]:
    chosen = list(initial) if isinstance(initial, tuple) else [initial]
    listed = [option.code for option in node.item.options if option.code in chosen]
    in_order = [] if chosen == listed else [extension("initial", " ".join(chosen))]
    if "answerValueSet" not in options.element(whole, node):
        return {}, in_order  # each option says for itself that it is selected
    by_code = {option.code: option for option in node.item.options}
    return {"initial": [options.value(whole.form, node, by_code[code]) for code in chosen]}, []
