"""The value of a cell, the same in every format: rounded, labelled, refused when not its kind."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, TypeAlias

from .feuilles import Genre
from .texte import propre

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .feuilles import Colonne, Feuille, Valeur

Cellule: TypeAlias = str | int | Decimal | date | time | None


def lignes(feuille: Feuille) -> Iterator[list[Cellule]]:
    for ligne in feuille.lignes:
        yield [
            cellule(colonne, valeur)
            for colonne, valeur in zip(feuille.colonnes, ligne, strict=True)
        ]


def cellule(colonne: Colonne, valeur: Valeur) -> Cellule:
    """What the cell holds; None when it is empty.

    Raises:
        TypeError: the value is not what the column announces; it is not in the message
    """
    match colonne.genre, valeur:
        case _, None:
            return None
        case Genre.TEXTE | Genre.CODE, str():
            return propre(colonne.codes.get(valeur, valeur)) or None
        case Genre.OUI_NON, bool():
            return "oui" if valeur else "non"
        case Genre.DATE, date() if not isinstance(valeur, datetime):
            return valeur
        case Genre.HEURE, time():
            return valeur.replace(second=0, microsecond=0, tzinfo=None)
        case _:
            return _nombre(colonne, valeur)


def _nombre(colonne: Colonne, valeur: Valeur) -> int | Decimal:
    if not isinstance(valeur, bool):
        match colonne.genre, valeur:
            case Genre.ENTIER, int():
                return valeur
            case Genre.EUROS, int():
                return Decimal(valeur).scaleb(-2)
            case Genre.DECIMAL, int() | float() | Decimal():
                return _arrondi(valeur, colonne.decimales)
            case Genre.POUR_CENT, int() | float() | Decimal():
                return _arrondi(valeur, colonne.decimales + 2)
    raise TypeError(f"{colonne.cle}: {type(valeur).__name__} in a column {colonne.genre}")


def _arrondi(valeur: float | Decimal, decimales: int) -> Decimal:
    """A float is rounded as it is written: 2.675 gives 2.68."""
    exact = Decimal(str(valeur))
    if not exact.is_finite():
        raise TypeError("not a finite number")
    return exact.quantize(Decimal(1).scaleb(-decimales), ROUND_HALF_UP)
