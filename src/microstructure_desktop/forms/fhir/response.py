"""A filled fiche as a FHIR R4 QuestionnaireResponse; personal answers never go out."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from microstructure_desktop.forms import checks
from microstructure_desktop.forms.model import NR, Form, Item, ItemType
from microstructure_desktop.forms.repeating import numbered
from microstructure_desktop.forms.rules import is_answered

from . import options, scales
from .questionnaire import url
from .tree import Node, Section, tree
from .vocabulary import DATA_ABSENT, Json, extension

_VALUES = {
    ItemType.BOOLEAN: "Boolean",
    ItemType.INTEGER: "Integer",
    ItemType.DECIMAL: "Decimal",
    ItemType.DATE: "Date",
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""R4 has no place for them in a string; it takes tabs and ends of lines."""
_DECLINED = {"url": DATA_ABSENT, "valueCode": "asked-declined"}
Named = Callable[[str], str]


def response(
    form: Form, answers: Mapping[str, Any], *, subject: str, jour: date, complete: bool
) -> Json:
    """`answers` are those to send; `subject` an identifier that says nothing of the person."""
    told = {name: legible(value) for name, value in answers.items()}
    inner = [found for s in tree(form).sections for found in _section(form, s, told)]
    head: Json = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{url(form)}|{form.version}",
        "status": "completed" if complete else "in-progress",
        "subject": {"reference": f"Patient/{subject}"},
        "authored": jour.isoformat(),
    }
    return head | {"item": inner} if inner else head


def _section(form: Form, section: Section, answers: Mapping[str, Any]) -> list[Json]:
    group = section.group
    if group.repeat == 1:
        rows = [_items(form, section.nodes, answers, str)]
    else:
        rows = [
            _items(form, section.nodes, answers, _in_row(row)) for row in range(1, group.repeat + 1)
        ]
    if not section.wrapped:
        return rows[0]
    head = {"linkId": section.link, "text": group.title}
    return [head | {"item": row} for row in rows if row]


def _in_row(row: int) -> Named:
    return lambda name: numbered(name, row)


def _items(
    form: Form, nodes: Iterable[Node], answers: Mapping[str, Any], named: Named
) -> list[Json]:
    found = (_item(form, node, answers, named) for node in nodes)
    return [item for item in found if item]


def _item(form: Form, node: Node, answers: Mapping[str, Any], named: Named) -> Json:
    """Empty when nothing is answered there."""
    item = node.item
    inner = _items(form, node.children, answers, named)
    value = None if item.personal else answers.get(named(item.id))
    head: Json = {"linkId": node.link, "text": item.text}
    if item.instrument is not None and isinstance(value, dict):
        version = extension("instrument_version", value["version"])
        rows = scales.answered(node.link, item, value)
        return head | {"extension": [version], "item": rows} if rows else {}
    if not item.is_question:
        return head | {"item": inner} if inner else {}
    given = _answers(form, node, value) if is_answered(value) else []
    if inner:
        # an answer without a value holds what was answered under an unanswered question
        given = [(given[0] if given else {}) | {"item": inner}, *given[1:]]
    return head | {"answer": given} if given else {}


def _answers(form: Form, node: Node, value: Any) -> list[Json]:
    item = node.item
    if item.type is ItemType.CHOICE:
        codes = value if isinstance(value, list | tuple) else [value]
        return [options.of_code(form, node, str(code)) for code in codes]
    if item.nr and value == NR:
        name = _VALUES.get(item.type, "String")
        return [{f"_value{name}": {"extension": [_DECLINED]}}]
    return [_plain(item, value)]


def _plain(item: Item, value: Any) -> Json:
    """An answer that does not suit its question is sent as a text, never lost."""
    figure = checks.number(value)
    if item.type is ItemType.BOOLEAN and isinstance(value, bool):
        return {"valueBoolean": value}
    if item.type is ItemType.INTEGER and isinstance(value, int) and figure is not None:
        return {"valueInteger": value}
    if item.type is ItemType.DECIMAL and figure is not None:
        return {"valueDecimal": figure}
    if item.type is ItemType.DATE and checks.day(value) is not None:
        return {"valueDate": value}
    return {"valueString": str(value)}


def legible(value: Any) -> Any:
    """An answer without the control characters that an older record may hold."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value)
    if isinstance(value, list | tuple):
        return [legible(one) for one in value]
    if isinstance(value, dict):
        return {key: legible(one) for key, one in value.items()}
    return value
