"""What a region's annual report is made of: sums over structures, nobody in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.charts.model import Graphique

    from .printed_rapport import TableauImprime


@dataclass(frozen=True, slots=True)
class GrilleImprimee:
    """Structures by months. Each row: the name, the code under it, then a sign for each month.

    `legende` says what the signs are.
    """

    mois: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    legende: str


@dataclass(frozen=True, slots=True)
class ChapitreRegional:
    """Figures in sentences, in charts and in tables; the tables say all that the charts show, and
    where there is none each chart has its own.

    `paires`: words and what they mean, under the two headings that come first.
    """

    titre: str
    phrases: tuple[str, ...] = ()
    graphiques: tuple[Graphique, ...] = ()
    grille: GrilleImprimee | None = None
    tableaux: tuple[TableauImprime, ...] = ()
    paires: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RapportRegional:
    """The report of one year. `completude`: how much of the year is in it, said first.

    `cles`: a few figures and what each of them is.
    """

    region: str
    animateur: str
    annee: int
    completude: str
    cles: tuple[tuple[str, str], ...]
    chapitres: tuple[ChapitreRegional, ...]
    edite_le: datetime
