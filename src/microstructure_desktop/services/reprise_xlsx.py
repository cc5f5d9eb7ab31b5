"""Rows of an XLSX workbook: values only, nothing in it is computed, followed or trusted."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from .reprise_lignes import (
    MAX_COLONNES,
    MAX_LIGNES,
    Tableau,
    TableauIllisible,
    TableauTropGrand,
    TableauVide,
    droites,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

T = TypeVar("T")

SIGNATURE = b"PK\x03\x04"
MAX_DEPLIE = 40_000_000  # bytes once unzipped: some ten times a full list of 20,000 people
MAX_PIECES = 500
_PARCOURUES = 5 * MAX_LIGNES  # blank rows are only walked over, but not for ever
_LUS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile, expat and openpyxl raise on files made to break them.
_CASSE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def lire(donnees: bytes, feuille: str = "") -> Tableau:
    """The rows of one sheet, or of the first that has some.

    Raises:
        TableauIllisible, TableauVide, TableauTropGrand
    """
    _sans_casse(lambda: _verifier(donnees))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it will not write back
        return _sans_casse(lambda: _lire(donnees, feuille))


def _sans_casse(lecture: Callable[[], T]) -> T:
    try:
        return lecture()
    except _CASSE:
        raise TableauIllisible from None


def _verifier(donnees: bytes) -> None:
    """Refuse what grows beyond measure, and whatever declares entities."""
    with zipfile.ZipFile(io.BytesIO(donnees)) as archive:
        pieces = archive.infolist()
        if len(pieces) > MAX_PIECES or sum(p.file_size for p in pieces) > MAX_DEPLIE:
            raise TableauTropGrand
        for piece in pieces:
            if piece.compress_type not in _LUS:
                raise TableauIllisible
            # UTF-16 is the other encoding that expat reads by itself
            if b"<!DOCTYPE" in archive.read(piece).replace(b"\0", b""):
                raise TableauIllisible


def _lire(donnees: bytes, feuille: str) -> Tableau:
    import openpyxl

    classeur = openpyxl.load_workbook(
        io.BytesIO(donnees), read_only=True, data_only=True, keep_links=False
    )
    with closing(classeur):
        noms = tuple(sheet.title for sheet in classeur.worksheets)
        for nom in (feuille,) if feuille in noms else noms:
            try:
                lignes = droites(_rangees(classeur, nom))
            except TableauVide:
                continue
            return Tableau("XLSX", lignes, noms, nom)
    raise TableauVide


def _rangees(classeur: "Workbook", nom: str) -> list[tuple[int, Sequence[str]]]:
    feuille = classeur[nom]
    feuille.reset_dimensions()  # what the file claims of its size is not to be believed
    return list(_pleines(feuille.iter_rows(values_only=True)))


def _pleines(rangees: Iterable[tuple[object, ...]]) -> Iterator[tuple[int, Sequence[str]]]:
    trouvees = 0
    for numero, valeurs in enumerate(rangees, start=1):
        cellules = [_texte(valeur) for valeur in valeurs[: MAX_COLONNES + 1]]
        trouvees += any(cellules)
        if numero > _PARCOURUES or trouvees > MAX_LIGNES:
            raise TableauTropGrand
        if any(cellules):
            yield numero, cellules


def _texte(valeur: object) -> str:
    """A day is written as a day, a whole number without decimals."""
    match valeur:
        case None:
            return ""
        case datetime() if valeur.time() == time():
            return valeur.date().isoformat()
        case datetime() | date() | time():
            return valeur.isoformat()
        case float() if valeur.is_integer():
            return str(int(valeur))
        case _:
            return str(valeur)
