"""The rows of a file to take up, and what makes a file unreadable."""

from collections.abc import Sequence
from dataclasses import dataclass

from microstructure_desktop.errors import AppError

MAX_OCTETS = 10_000_000
MAX_LIGNES = 20_000
MAX_COLONNES = 100


class TableauIllisible(AppError):
    sentence = "Ce fichier n’est pas un tableau que l’on sait lire."
    way_out = "Enregistrez-le au format CSV ou XLSX, puis choisissez-le de nouveau."


class TableauTropGrand(AppError):
    sentence = "Ce fichier est trop grand : 10 Mo, 20 000 lignes et 100 colonnes au plus."
    way_out = "Partagez-le en plusieurs fichiers, puis reprenez-les l’un après l’autre."


class TableauVide(AppError):
    sentence = "Ce fichier ne contient aucune ligne."
    way_out = "Vérifiez que c’est le bon fichier, puis choisissez-le de nouveau."


@dataclass(frozen=True, slots=True)
class Ligne:
    """A row as text; `numero` is the one that a spreadsheet shows."""

    numero: int
    cellules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tableau:
    """What was read: `format` is CSV or XLSX; a CSV has no sheets. All rows are as wide."""

    format: str
    lignes: tuple[Ligne, ...]
    feuilles: tuple[str, ...] = ()
    feuille: str = ""

    @property
    def largeur(self) -> int:
        return len(self.lignes[0].cellules)


def droites(rangees: Sequence[tuple[int, Sequence[str]]]) -> tuple[Ligne, ...]:
    """The rows that say something, made as wide as the widest.

    Raises:
        TableauVide: none does.
        TableauTropGrand: too many do, or one is too wide.
    """
    pleines = [(numero, _coupee(cellules)) for numero, cellules in rangees]
    pleines = [(numero, cellules) for numero, cellules in pleines if cellules]
    if not pleines:
        raise TableauVide
    largeur = max(len(cellules) for _, cellules in pleines)
    if len(pleines) > MAX_LIGNES or largeur > MAX_COLONNES:
        raise TableauTropGrand
    return tuple(
        Ligne(numero, (*cellules, *[""] * (largeur - len(cellules))))
        for numero, cellules in pleines
    )


def _coupee(cellules: Sequence[str]) -> Sequence[str]:
    """Without the empty cells that end it."""
    fin = len(cellules)
    while fin and not cellules[fin - 1].strip():
        fin -= 1
    return cellules[:fin]
