"""What the printed agenda is made from: nothing that is not here can be on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from microstructure_desktop.domain.equipe import Cabinet


@dataclass(frozen=True, slots=True)
class LigneDuJour:
    """Somebody to discuss; `personne` is what may be printed of them."""

    personne: str
    motif: str
    question: str
    minutes: int


@dataclass(frozen=True, slots=True)
class RepriseDuJour:
    """A decision of an earlier meeting, still to do."""

    personne: str
    texte: str
    qui: str
    quand: str


@dataclass(frozen=True, slots=True)
class OrdreDuJour:
    """`numero`: the meeting's rank; `duree`: minutes of a meeting; `noms`: people are named."""

    cabinet: Cabinet
    numero: int
    jour: date
    debut: time
    lieu: str
    presents: tuple[str, ...]
    excuses: tuple[str, ...]
    reprises: tuple[RepriseDuJour, ...]
    lignes: tuple[LigneDuJour, ...]
    duree: int
    noms: bool
    edite_le: datetime
