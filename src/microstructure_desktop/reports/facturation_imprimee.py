"""What a billing list is printed from: nothing that is not here can be on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from microstructure_desktop.domain.equipe import Cabinet


@dataclass(frozen=True, slots=True)
class PreuveImprimee:
    """One act as it stood when the list was prepared; `duree` in minutes."""

    jour: date
    qui: str
    metier: str
    acte: str
    duree: int
    lieu: str


@dataclass(frozen=True, slots=True)
class ForfaitFacture:
    """One forfait of the list. `actes`: by profession, in words; `ecarts`: what changed since."""

    personne: str
    dossier: str
    programme: str
    debut: date
    fin: date
    avant_terme: bool
    actes: str
    centimes: int
    preuves: tuple[PreuveImprimee, ...]
    ecarts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BordereauImprime:
    """`etat`: what became of the list, in words. `totaux`: by programme, number and cents.

    `fermes`: forfaits of the list that the reader may not name, and what they amount to.
    """

    cabinet: Cabinet
    prepare_le: datetime
    par: str
    etat: str
    forfaits: tuple[ForfaitFacture, ...]
    totaux: tuple[tuple[str, int, int], ...]
    nombre: int
    total: int
    fermes: tuple[int, int]
    edite_le: datetime
