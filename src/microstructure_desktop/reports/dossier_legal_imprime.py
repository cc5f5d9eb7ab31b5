"""What the legal file is made from: nothing that is not here can be printed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet


@dataclass(frozen=True, slots=True)
class Textes:
    """Paragraphs."""

    textes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Puces:
    """Short sentences, each after a dot."""

    textes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grille:
    """A table of words; `parts`: how wide each column is, beside the others."""

    colonnes: tuple[str, ...]
    parts: tuple[float, ...]
    lignes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A line to tick: whether it is done, how to, and what is known of it."""

    titre: str
    faite: bool
    etat: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Cases:
    titre: str
    lignes: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """A place to sign for each."""

    qui: tuple[str, ...]


Bloc = Textes | Puces | Grille | Cases | Signatures


@dataclass(frozen=True, slots=True)
class PartieImprimee:
    titre: str
    blocs: tuple[Bloc, ...]


@dataclass(frozen=True, slots=True)
class PapierImprime:
    titre: str
    chapeau: str
    parties: tuple[PartieImprimee, ...]
    source: str


@dataclass(frozen=True, slots=True)
class DossierImprime:
    """One paper alone, or all of them behind a list of contents when `entier`.

    `relecture`: who read it over, in the cabinet's words; « » while nobody has. `manquants`: what
    is left to fill in, said on the first page of the whole. `gros`: in large letters.
    """

    cabinet: Cabinet
    papiers: tuple[PapierImprime, ...]
    relecture: str
    edite_le: datetime
    manquants: tuple[str, ...] = ()
    entier: bool = False
    gros: bool = False
