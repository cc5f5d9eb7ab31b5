"""Identifiers and codes of ours, made from those of others."""

import re
import unicodedata

from microstructure_desktop.forms.toml_table import CODE, ID

MAX_NAME = 50  # leaves room for a rank and a row


def item_id(link: str, taken: set[str]) -> str:
    """The linkId itself when it can be an id; else what is left of it, made unique."""
    if ID.fullmatch(link) and link not in taken:
        return _claimed(link, taken)
    plain = _ascii(link).lower()
    if not plain[:1].isalpha():
        plain = f"q_{plain}"
    return _claimed(plain[:MAX_NAME].rstrip("_"), taken)


def option_code(code: str, taken: set[str]) -> str:
    if CODE.fullmatch(code) and code not in taken:
        return _claimed(code, taken)
    return _claimed(_ascii(code).upper()[:MAX_NAME].strip("_") or "CODE", taken)


def _ascii(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "_", flat).strip("_")


def _claimed(name: str, taken: set[str]) -> str:
    found, rank = name, 2
    while found in taken:
        found, rank = f"{name}_n{rank}", rank + 1
    taken.add(found)
    return found
