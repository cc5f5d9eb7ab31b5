"""Column: one column of a table, as functions of a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """What a column shows of a row.

    width: pixels at 100 %, 0 takes the room left. tag gives (text, kind) or None, pips gives
    (role or colour, done, total) or None, tone a colour of the palette. Without sort_key the
    column sorts by its text.
    """

    heading: str
    text: Callable[[Any], str]
    width: int = 0
    sort_key: Callable[[Any], Any] | None = None
    right: bool = False
    strong: bool = False
    tag: Callable[[Any], tuple[str, str] | None] | None = None
    pips: Callable[[Any], tuple[str, int, int] | None] | None = None
    tone: Callable[[Any], str] | None = None
