"""JSON text in and out: decimals keep their digits, and what is unsafe is refused."""

import json
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from microstructure_desktop.forms.toml_table import Fault

from .errors import Refused
from .vocabulary import Json

MAX_BYTES = 1_000_000
MAX_DEPTH = 60
_TEXT_CONTROLS = "\t\n\r"
_REFUSED = {"Cc", "Cs"}


def read(data: bytes) -> Json:
    """The object of a JSON file.

    Raises:
        Refused: it is too long, too deep, not JSON, or holds control characters.
    """
    if len(data) > MAX_BYTES:
        raise _refused(Refused.TOO_LONG, MAX_BYTES // 1000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(Refused.NOT_UTF8) from None
    try:
        found = json.loads(
            text, parse_float=Decimal, parse_constant=_constant, object_pairs_hook=_once
        )
    except (ValueError, RecursionError, InvalidOperation):
        raise _refused(Refused.NOT_JSON) from None
    if not isinstance(found, dict):
        raise _refused(Refused.NOT_QUESTIONNAIRE)
    _check(found)
    return found


def written(value: object) -> str:
    """The text of a value; `json` itself would round decimals through floats."""
    return f"{_text(value, '')}\n"


def _text(value: object, indent: str) -> str:
    inner = f"{indent}  "
    if isinstance(value, dict):
        rows = [f"{inner}{_text(k, '')}: {_text(v, inner)}" for k, v in value.items()]
        return _block("{", rows, f"{indent}}}")
    if isinstance(value, list | tuple):
        return _block("[", [inner + _text(v, inner) for v in value], f"{indent}]")
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _block(opening: str, rows: list[str], closing: str) -> str:
    if not rows:
        return opening + closing.strip()
    return f"{opening}\n" + ",\n".join(rows) + f"\n{closing}"


def _refused(sentence: str, *values: object) -> Refused:
    return Refused([Fault("", sentence.format(*values))])


def _constant(name: str) -> object:
    raise ValueError(name)


def _once(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _refused(Refused.TWICE, "".join(filter(str.isprintable, twice[:60])))
    return found


def _check(found: Json) -> None:
    """No recursion: a hostile file may nest deeper than Python does."""
    level: list[object] = [found]
    for _ in range(MAX_DEPTH):
        if any(_unsafe(text) for value in level for text in _strings(value)):
            raise _refused(Refused.CONTROL)
        level = [child for value in level for child in _children(value)]
        if not level:
            return
    raise _refused(Refused.TOO_DEEP, MAX_DEPTH)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value


def _children(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _unsafe(text: str) -> bool:
    if text.isprintable():
        return False
    return any(c not in _TEXT_CONTROLS and unicodedata.category(c) in _REFUSED for c in text)
