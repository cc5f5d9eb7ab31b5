"""What the annual report is made of, on a page and on paper: nobody followed is named in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.charts.model import Graphique
    from microstructure_desktop.domain.equipe import Cabinet
    from microstructure_desktop.domain.rapport_annuel import Section, Version


@dataclass(frozen=True, slots=True)
class TableauImprime:
    """Figures in words: each row begins with its label; `titre` heads that column.

    `note`: what is said under the table.
    """

    titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChapitreImprime:
    """One section: its figures in sentences, in charts and in tables, then what the team says.

    What a chart shows is not in the tables. `vide`: what is said when there is nothing else.
    """

    section: Section
    numero: int
    titre: str
    phrases: tuple[str, ...] = ()
    graphiques: tuple[Graphique, ...] = ()
    tableaux: tuple[TableauImprime, ...] = ()
    commentaire: str = ""
    vide: str = ""


@dataclass(frozen=True, slots=True)
class RapportImprime:
    """The report of one year. `cles`: a few figures and what each of them is.

    `definitions`: title and definition of each indicator used. `retenus`: the variables told as
    not given out. `reunions`: the meetings held, days and durations alone. `avertissement`: what
    the reader must know first.
    """

    cabinet: Cabinet
    annee: int
    version: Version
    avertissement: str
    cles: tuple[tuple[str, str], ...]
    chapitres: tuple[ChapitreImprime, ...]
    definitions: tuple[tuple[str, str], ...]
    retenus: tuple[str, ...]
    reunions: TableauImprime
    edite_le: datetime
