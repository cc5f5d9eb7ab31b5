"""What the recovery sheet is made from: nothing that is not here can be on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class FeuilleSecours:
    """`groupes`: the code, as it is typed. `carre`: the same for a reader of square codes."""

    cabinet: str
    coffre: str
    auteur: str
    groupes: tuple[str, ...] = field(repr=False)
    carre: str = field(repr=False)
    faite_le: datetime
