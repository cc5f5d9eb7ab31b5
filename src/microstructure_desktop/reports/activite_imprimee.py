"""What the pages of activity are made from: figures in words, by theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.charts.model import Graphique
    from microstructure_desktop.domain.equipe import Cabinet

    from .printed_rapport import TableauImprime


@dataclass(frozen=True, slots=True)
class ThemeImprime:
    titre: str
    graphiques: tuple[Graphique, ...]
    tableaux: tuple[TableauImprime, ...]


@dataclass(frozen=True, slots=True)
class ActiviteImprimee:
    """`etat`: sentences on where the period stands and who is not counted; `definitions`: a title
    and what it counts.
    """

    cabinet: Cabinet
    periode: str
    etat: tuple[str, ...]
    themes: tuple[ThemeImprime, ...]
    definitions: tuple[tuple[str, str], ...]
    edite_le: datetime
