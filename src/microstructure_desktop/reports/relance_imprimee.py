"""A reminder on paper: who writes to whom, what is missing, how to send it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

ITEM = "–"


@dataclass(frozen=True, slots=True)
class RelanceImprimee:
    """One letter. `corps`: its paragraphs; one that begins with ITEM is an item of a list."""

    animateur: str
    contact: str
    structure: str
    code: str
    jour: date
    objet: str
    corps: tuple[str, ...]
