"""What a table for the team holds: sheets, columns that say what they are, rows of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Valeur: TypeAlias = str | int | float | Decimal | date | time | bool | None
"""What a caller puts in a cell; None when nothing was entered."""


class Genre(StrEnum):
    """What the values of a column are."""

    TEXTE = "texte"
    ENTIER = "entier"
    DECIMAL = "decimal"
    DATE = "date"
    HEURE = "heure"
    OUI_NON = "oui_non"
    CODE = "code"
    POUR_CENT = "pour_cent"
    EUROS = "euros"


@dataclass(frozen=True, slots=True)
class Colonne:
    """One column; `libelle` is its heading, `definition` what the dictionary says of it.

    CODE: the cell shows the label that `codes` gives, `liste` names where they come from.
    POUR_CENT: the values are parts of 1 (0.42 is 42 %). EUROS: they are whole cents.
    `decimales` counts for DECIMAL and POUR_CENT.
    """

    cle: str
    libelle: str
    genre: Genre
    definition: str
    decimales: int = 0
    liste: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feuille:
    """A table: its short name on the tab, its title on paper, its columns and rows."""

    nom: str
    titre: str
    colonnes: tuple[Colonne, ...]
    lignes: tuple[tuple[Valeur, ...], ...]

    def __post_init__(self) -> None:
        if len({colonne.cle for colonne in self.colonnes}) < len(self.colonnes):
            raise ValueError(f"{self.nom}: a key stands twice")
        if any(len(ligne) != len(self.colonnes) for ligne in self.lignes):
            raise ValueError(f"{self.nom}: a row does not fill its columns")


@dataclass(frozen=True, slots=True)
class Classeur:
    """What is handed over in one go; `edite_le` is the only date the document gives of itself."""

    titre: str
    edite_le: datetime
    feuilles: tuple[Feuille, ...]
