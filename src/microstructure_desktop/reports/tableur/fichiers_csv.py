"""The same tables as CSV files that a French spreadsheet opens by a double click."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.domain.text import normalise

from . import cellules, dictionnaire
from .feuilles import Genre
from .texte import garde, propre

if TYPE_CHECKING:
    from .cellules import Cellule
    from .feuilles import Classeur, Colonne, Feuille

_BOM = b"\xef\xbb\xbf"
_UNITES = {Genre.POUR_CENT: " (%)", Genre.EUROS: " (€)"}
"""In the heading: beside a number, a sign would make it a text for half of the readers."""
_HORS_NOM = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class FichierCsv:
    nom: str
    contenu: bytes


def fichiers(classeur: Classeur) -> tuple[FichierCsv, ...]:
    """One file per sheet, the dictionary and the codes included, numbered in their order."""
    feuilles = dictionnaire.expliquees(classeur)
    return tuple(
        FichierCsv(f"{rang:02}_{_nom(feuille.nom)}.csv", encode(feuille))
        for rang, feuille in enumerate(feuilles, start=1)
    )


def encode(feuille: Feuille) -> bytes:
    """Semicolons, CR LF, a byte order mark, decimal commas, days as JJ/MM/AAAA.

    A line break inside a text is a LF between quotation marks; what a spreadsheet would take for
    a formula begins with an apostrophe that is seen (`texte.garde`).
    """
    texte = io.StringIO(newline="")
    ecrits = csv.writer(texte, delimiter=";", lineterminator="\r\n")
    ecrits.writerow([_entete(colonne) for colonne in feuille.colonnes])
    for ligne in cellules.lignes(feuille):
        ecrits.writerow([_ecrite(c, v) for c, v in zip(feuille.colonnes, ligne, strict=True)])
    return _BOM + texte.getvalue().encode()


def _entete(colonne: Colonne) -> str:
    return garde(propre(colonne.libelle)) + _UNITES.get(colonne.genre, "")


def _ecrite(colonne: Colonne, valeur: Cellule) -> str:
    match valeur:
        case None:
            return ""
        case str():
            return garde(valeur)
        case date():
            return french.numeric_date(valeur)
        case time():
            return french.clock(valeur)
        case Decimal() if colonne.genre is Genre.POUR_CENT:
            return f"{valeur.scaleb(2):f}".replace(".", ",")
        case _:
            return f"{valeur:f}".replace(".", ",") if isinstance(valeur, Decimal) else str(valeur)


def _nom(feuille: str) -> str:
    return _HORS_NOM.sub("_", normalise(feuille)).strip("_") or "feuille"
