"""A definition as TOML text, every character escaped where TOML asks for it."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .vocabulary import Json

CHUNK = 500
"""Longer texts go on several lines: a line has a limit."""
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BARE = re.compile(r"[A-Za-z0-9_-]+")
FEW = 4


def written(definition: Json, comments: Iterable[str] = ()) -> str:
    """The text that the loader reads back; the tables of a group and of its items are headed."""
    head = [f"{key} = {value(v)}" for key, v in definition.items() if key != "group"]
    blocks = ["\n".join(comments), "\n".join(head)]
    for group in definition["group"]:
        blocks.append("[[group]]\n" + _table(group, "item"))
        blocks.extend("[[group.item]]\n" + _table(item) for item in group["item"])
    return "\n\n".join(filter(None, blocks)) + "\n"


def value(found: object) -> str:
    """One value.

    Raises:
        TypeError: TOML has no such value.
    """
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, str):
        return _text(found)
    if isinstance(found, int | Decimal):
        return str(found)
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, dict):
        pairs = (f"{_key(key)} = {value(v)}" for key, v in found.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(found, list):
        return _array([value(v) for v in found], tables=any(isinstance(v, dict) for v in found))
    raise TypeError(found)


def _table(found: Json, below: str = "") -> str:
    return "\n".join(f"{_key(key)} = {value(v)}" for key, v in found.items() if key != below)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _array(values: list[str], *, tables: bool) -> str:
    if not tables and len(values) <= FEW:
        return f"[{', '.join(values)}]"
    return "[\n" + "".join(f"  {v},\n" for v in values) + "]"


def _text(text: str) -> str:
    if len(text) <= CHUNK:
        return _quoted(text)
    chunks = [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]
    # a backslash at the end of a line swallows the blanks that follow: they are spelled out
    lines = [f"\\u0020{_escaped(c[1:])}" if c[0] == " " else _escaped(c) for c in chunks]
    return '"""' + "\\\n".join(["", *lines]) + '"""'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return "".join(_SHORT.get(c) or (c if _plain(c) else f"\\U{ord(c):08X}") for c in text)


def _plain(character: str) -> bool:
    return character >= " " and character != "\x7f"
