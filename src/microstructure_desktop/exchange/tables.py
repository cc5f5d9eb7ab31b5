"""The tables as CSV: how a cell is written, and what a cell may hold when read back."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.periods import Mois

from .contents import (
    Acteur,
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)
from .errors import TableInvalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BOM = b"\xef\xbb\xbf"
_ENTIER = re.compile(r"0|[1-9][0-9]{0,8}")
_MONTANT = re.compile(r"(0|[1-9][0-9]{0,8}),[0-9]{2}")


def _mois(cell: str) -> str:
    return str(Mois.lire(cell))


def _periode(cell: str) -> str:
    premier, barre, dernier = cell.partition("/")
    if barre and Mois.lire(premier) >= Mois.lire(dernier):
        raise ValueError(cell)
    return cell if barre else _mois(cell)


def entier(cell: str) -> int:
    """A whole number as it is written, and not otherwise.

    Raises:
        ValueError
    """
    if not _ENTIER.fullmatch(cell):
        raise ValueError(cell)
    return int(cell)


def _entier_ou_vide(cell: str) -> int | None:
    return entier(cell) if cell else None


def _montant(cell: str) -> Decimal:
    if not _MONTANT.fullmatch(cell):
        raise ValueError(cell)
    return Decimal(cell.replace(",", "."))


@dataclass(frozen=True, slots=True)
class Table:
    """One file: the row it makes, a reader per column, and the columns no two rows share."""

    nom: str
    ligne: type[Any]
    lecteurs: tuple[Callable[[str], object], ...]
    cle: tuple[int, ...]

    @property
    def fichier(self) -> str:
        return f"data/{self.nom}.csv"

    @property
    def colonnes(self) -> list[str]:
        return [champ.name for champ in fields(self.ligne)]


ACTIVITE = Table(
    "activite",
    LigneActivite,
    (_periode, Acteur, NatureActe, Modalite, entier, entier),
    (0, 1, 2, 3),
)
FORFAITS = Table(
    "forfaits",
    LigneForfaits,
    (_mois, entier, entier, entier, _montant, entier, entier, entier),
    (0, 4),
)
FILE_ACTIVE = Table(
    "file_active",
    LigneFileActive,
    (_mois, _entier_ou_vide, _entier_ou_vide, Statut),
    (0,),
)
FONCTIONNEMENT = Table(
    "fonctionnement",
    LigneFonctionnement,
    (_mois, entier, entier, entier, _entier_ou_vide),
    (0,),
)
TABLES = (ACTIVITE, FORFAITS, FILE_ACTIVE, FONCTIONNEMENT)


def encode(table: Table, lignes: Iterable[Any]) -> bytes:
    """Semicolons, CR LF (RFC 4180) and a byte order mark: what a French spreadsheet opens."""
    texte = io.StringIO(newline="")
    feuille = csv.writer(texte, delimiter=";", lineterminator="\r\n")
    feuille.writerow(table.colonnes)
    feuille.writerows(cells(ligne) for ligne in lignes)
    return BOM + texte.getvalue().encode()


def decode(table: Table, octets: bytes) -> tuple[Any, ...]:
    """The rows of a file, refused unless encoding them again gives the very same bytes.

    Raises:
        TableInvalid: an unknown column, a value outside its list, rows repeated or out of order.
    """
    try:
        texte = octets.removeprefix(BOM).decode("ascii")
        grille = list(csv.reader(io.StringIO(texte, newline=""), delimiter=";", strict=True))
        lignes = tuple(row_of(table, rang) for rang in grille[1:])
    except (ValueError, csv.Error):
        raise TableInvalid from None
    cle = attrgetter(*(table.colonnes[i] for i in table.cle))  # astuple would copy each value
    cles = [cle(ligne) for ligne in lignes]
    croissantes = all(a < b for a, b in pairwise(cles))
    if not croissantes or encode(table, lignes) != octets:
        raise TableInvalid
    return lignes


def cells(ligne: Any) -> list[str]:
    """A row as it is written."""
    return [_cell(v) for v in astuple(ligne)]


def row_of(table: Table, rang: list[str]) -> Any:
    """The row that these cells write.

    Raises:
        ValueError: a cell too many or too few, a value that its column does not hold.
    """
    return table.ligne(*(lire(c) for lire, c in zip(table.lecteurs, rang, strict=True)))


def _cell(valeur: object) -> str:
    if isinstance(valeur, Decimal):
        return f"{valeur:.2f}".replace(".", ",")
    return "" if valeur is None else str(valeur)
