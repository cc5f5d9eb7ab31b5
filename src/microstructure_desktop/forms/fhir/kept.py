"""What a questionnaire of others says and a definition does not, kept in comments of its text.

A definition read from FHIR is a file that a person edits; these lines, above it, let the same
linkIds, codes and notices go out again. A line that was damaged is passed over.
"""

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from microstructure_desktop.forms.toml_table import MAX_LINE

from .vocabulary import Json

ROOT = "questionnaire"
_LINE = re.compile(r"# fhir (\S+) (\S+) (.*)")

Kept = Mapping[str, Json]
"""By owner: ROOT, a group, an item; then by element."""


def of_group(group: str) -> str:
    return f"group:{group}"


def of_item(group: str, item: str) -> str:
    return f"item:{group}/{item}"


def option(code: str) -> str:
    """The element under which one option's own wording is kept."""
    return f"answerOption.{code}"


def line(owner: str, element: str, value: object) -> str:
    """Decimals leave as texts of their own: a comment is read with their digits."""
    text = json.dumps(value, ensure_ascii=True, default=_decimal)
    return f"# fhir {owner} {element} {text}"


def fits(text: str) -> bool:
    return len(text) <= MAX_LINE


def read(source: str) -> Kept:
    """What the comments of a definition hold."""
    return gathered(source.split("\n"))


def gathered(lines: Iterable[str]) -> Kept:
    found: dict[str, Json] = {}
    for text in lines:
        match = _LINE.fullmatch(text)
        if match is None:
            continue
        owner, element, value = match.groups()
        try:
            read_back = json.loads(value, object_hook=_restored)
        except (ValueError, RecursionError):
            continue
        found.setdefault(owner, {})[element] = read_back
    return found


def _decimal(value: object) -> Json:
    assert isinstance(value, Decimal)
    return {"#": str(value)}


def _restored(found: Json) -> Any:
    number = found.get("#")
    return Decimal(number) if isinstance(number, str) and len(found) == 1 else found
