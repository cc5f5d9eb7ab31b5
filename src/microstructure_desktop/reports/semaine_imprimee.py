"""What the printed week is made from: nothing that is not here can be on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from microstructure_desktop.domain.equipe import Cabinet


@dataclass(frozen=True, slots=True)
class LigneImprimee:
    """One appointment; `personne` is what may be printed of who comes."""

    debut: time
    fin: time
    personne: str
    avec: str
    etat: str


@dataclass(frozen=True, slots=True)
class JourImprime:
    """`mentions`: a holiday, who is away, the meeting."""

    jour: date
    mentions: tuple[str, ...]
    lignes: tuple[LigneImprimee, ...]


@dataclass(frozen=True, slots=True)
class SemaineImprimee:
    """`qui`: whose agenda it is. `noms`: people are named in full."""

    cabinet: Cabinet
    qui: str
    jours: tuple[JourImprime, ...]
    noms: bool
    edite_le: datetime
