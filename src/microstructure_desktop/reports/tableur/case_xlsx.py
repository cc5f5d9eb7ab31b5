"""One cell of a workbook: its type, how it is shown, the width it wants."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment

from microstructure_desktop import french

from .feuilles import Genre

if TYPE_CHECKING:
    from openpyxl.cell import Cell

    from .feuilles import Colonne

_PREMIER_JOUR = date(1900, 3, 1)
"""Excel believes in a 29 February 1900: before it, spreadsheets do not agree on a day."""
_MAX_ENTIER = 10**15
"""A cell keeps fifteen figures."""
_ECHAPPEMENT = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TEXTE = "@"
"""Also while it is edited: leaving a cell that says =1+1 does not make it a formula."""
_EN_HAUT = Alignment(vertical="top")
_LIGNES = Alignment(vertical="top", wrap_text=True)
_FIXES = {
    Genre.ENTIER: "0",
    Genre.DATE: "dd/mm/yyyy",
    Genre.HEURE: "hh:mm",
    Genre.EUROS: '#,##0.00\\ "€"',
}


def remplir(case: Cell, colonne: Colonne, valeur: str | int | Decimal | date | time) -> int:
    """How many characters wide the cell would like to be."""
    if isinstance(valeur, date) and valeur < _PREMIER_JOUR:
        valeur = french.numeric_date(valeur)
    if isinstance(valeur, int) and abs(valeur) >= _MAX_ENTIER:
        valeur = str(valeur)
    if isinstance(valeur, str):
        texte(case, valeur)
        return max(map(len, valeur.split("\n")))
    case.number_format = _format(colonne)
    case.value = valeur
    case.alignment = _EN_HAUT
    return len(f"{valeur:,}") + 2 if isinstance(valeur, Decimal) else len(str(valeur))


def texte(case: Cell, valeur: str) -> None:
    """A text and nothing else, whatever it begins with."""
    case.value = _ECHAPPEMENT.sub("_x005F_", valeur)
    case.data_type = "s"
    case.number_format = _TEXTE
    case.alignment = _LIGNES


def _format(colonne: Colonne) -> str:
    if fixe := _FIXES.get(colonne.genre):
        return fixe
    chiffres = "0." + "0" * colonne.decimales if colonne.decimales else "0"
    return f"{chiffres}\\ %" if colonne.genre is Genre.POUR_CENT else chiffres
