"""What a whole record is made from: nothing that is not here can be printed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet
    from microstructure_desktop.domain.patient import Patient


@dataclass(frozen=True, slots=True)
class Ligne:
    """`libres`: what somebody typed in it, which may speak of somebody else."""

    label: str
    texte: str
    libres: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partie:
    """`titre` is empty when the entry's own says enough."""

    titre: str
    lignes: tuple[Ligne, ...]


@dataclass(frozen=True, slots=True)
class Entree:
    titre: str
    parties: tuple[Partie, ...]


@dataclass(frozen=True, slots=True)
class Chapitre:
    """`mot`: what is to be known before reading it; without an entry it says that too."""

    titre: str
    entrees: tuple[Entree, ...]
    mot: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document received, whose pages follow those of the record."""

    titre: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class DossierRemis:
    """`demande`: who asked, when; `remis_par`: who answers for what was left out."""

    cabinet: Cabinet
    patient: Patient
    demande: str
    remis_par: str
    chapitres: tuple[Chapitre, ...]
    edite_le: datetime
    pieces: tuple[Piece, ...] = ()
