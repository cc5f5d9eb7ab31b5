"""The answers that a choice proposes, as answerOption or as a contained ValueSet."""

from itertools import groupby
from typing import Any

from microstructure_desktop.forms import wording
from microstructure_desktop.forms.model import NR, Form, ItemType, Option

from . import kept
from .tree import Node, Tree, walk
from .vocabulary import (
    EXCLUSIVE,
    LIST,
    NR_SYSTEM,
    Json,
    code_system,
    folded,
    own,
    value_set_id,
)

DECLINED = Option(NR, wording.NOT_SAID, alone=True)
"""What `nr` adds to a choice that has no NR of its own."""


def system(form: Form, node: Node, code: str) -> str:
    item = node.item
    if code == NR and item.nr:
        return NR_SYSTEM
    return f"{LIST}{item.code_list}" if item.code_list else code_system(form.id, item.id)


def value(form: Form, node: Node, option: Option) -> Json:
    """One option's `value[x]`; that of the questionnaire it was read from, if it had one."""
    known = node.kept.get(kept.option(option.code))
    if isinstance(known, dict):
        if label(known) == option.label:
            return known
        if isinstance(known.get("valueCoding"), dict):
            return {"valueCoding": {**known["valueCoding"], "display": option.label}}
    coding = {
        "system": system(form, node, option.code),
        "code": option.code,
        "display": option.label,
    }
    return {"valueCoding": coding}


def label(found: Json) -> str:
    """What is shown of a `value[x]`."""
    coding = found.get("valueCoding")
    if isinstance(coding, dict):
        return folded(str(coding.get("display") or coding.get("code") or ""))
    return folded(str(found.get("valueString", found.get("valueInteger", ""))))


def renamed(found: Json, name: str) -> Json:
    """A `value[x]` under the element where it is used: answer[x] for a condition."""
    return {key.replace("value", name, 1): content for key, content in found.items()}


def of_code(form: Form, node: Node, code: str) -> Json:
    """The `value[x]` of an answer; a code that is not listed any more is kept as it is."""
    option = next((o for o in node.item.options if o.code == code), None)
    return {"valueCoding": {"code": code}} if option is None else value(form, node, option)


def element(tree: Tree, node: Node) -> Json:
    """What R4 calls answerOption, or answerValueSet for a list that is contained."""
    if node.item.type is not ItemType.CHOICE:
        return {}
    if name := _contained_id(tree, node):
        return {"answerValueSet": f"#{name}"}
    return {"answerOption": [_answer_option(tree.form, node, o) for o in node.item.options]}


def contained(tree: Tree) -> list[Json]:
    """Each ValueSet that the items name, once."""
    named = ((_contained_id(tree, node), node) for node in _choices(tree))
    return list({name: _value_set(tree.form, n, name) for name, n in named if name}.values())


def _choices(tree: Tree) -> list[Node]:
    nodes = (node for section in tree.sections for node in walk(section.nodes))
    return [node for node in nodes if node.item.type is ItemType.CHOICE]


def _contained_id(tree: Tree, node: Node) -> str:
    """Empty when the options go with the item: it has its own, or they were changed by hand."""
    item = node.item
    if item.code_list:
        nr = item.nr and any(option.code == NR for option in item.options)
        return value_set_id(item.code_list, nr=nr)
    name = _kept_id(node)
    alike = [other for other in _choices(tree) if name and _kept_id(other) == name]
    sets = [_value_set(tree.form, other, name) for other in alike]
    return name if all(found == sets[0] for found in sets) else ""


def _kept_id(node: Node) -> str:
    known = node.kept.get("answerValueSet")
    if not isinstance(known, dict):
        return ""
    values = (node.kept.get(kept.option(option.code)) for option in node.item.options)
    listed = all(isinstance(v, dict) and isinstance(v.get("valueCoding"), dict) for v in values)
    return str(known.get("id", "")) if listed else ""


def _answer_option(form: Form, node: Node, option: Option) -> Json:
    found = dict(value(form, node, option))
    extensions = [{"url": EXCLUSIVE, "valueBoolean": True}] if option.alone else []
    extensions += _retired(option)
    initial = node.item.initial
    chosen = initial if isinstance(initial, tuple) else (initial,)
    if option.code in chosen:
        found["initialSelected"] = True
    return {"extension": extensions, **found} if extensions else found


def _value_set(form: Form, node: Node, name: str) -> Json:
    rows = [(option, value(form, node, option)["valueCoding"]) for option in node.item.options]
    includes = []
    for key, run in groupby(rows, key=lambda row: _of_system(row[1])):
        include: Json = {n: v for n, v in zip(("system", "version"), key, strict=True) if v}
        includes.append(include | {"concept": [_concept(o, coding) for o, coding in run]})
    about: Json = {} if node.item.code_list else node.kept["answerValueSet"]
    head = {"resourceType": "ValueSet", "id": name, "status": "active"}
    return {**head, **about, "compose": {"include": includes}}


def _of_system(coding: Json) -> tuple[Any, Any]:
    return coding.get("system"), coding.get("version")


def _concept(option: Option, coding: Json) -> Json:
    extensions = [*coding.get("extension", []), *_retired(option)]
    if option.alone:
        extensions.append({"url": own("alone"), "valueBoolean": True})
    plain: Json = {key: coding[key] for key in ("code", "display") if key in coding}
    return {"extension": extensions, **plain} if extensions else plain


def _retired(option: Option) -> list[Json]:
    return [{"url": own("retired"), "valueBoolean": True}] if option.retired else []
