"""Rows of a CSV file, whatever program wrote it: encoding and separator are found."""

import csv
import io
from collections import Counter

from .reprise_lignes import Tableau, TableauIllisible, droites

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATEURS = ";,\t"
_ESSAI = 200  # rows enough to tell a separator
_ANNONCE = "sep="


def lire(donnees: bytes) -> Tableau:
    """The rows.

    Raises:
        TableauIllisible: it is no text, or a quotation mark is never closed.
        TableauVide, TableauTropGrand
    """
    texte = decode(donnees)
    premiere, _, reste = texte.partition("\n")
    annonce = premiere.strip().strip('"')
    saut = 0
    if annonce.lower().startswith(_ANNONCE) and len(annonce) == len(_ANNONCE) + 1:
        separateur, texte, saut = annonce[-1], reste, 1
    else:
        separateur = _separateur(texte)
    return Tableau("CSV", droites(list(enumerate(_rangees(texte, separateur), start=1 + saut))))


def decode(donnees: bytes) -> str:
    """UTF-16 when it says so, else UTF-8, else what Windows writes in France.

    Raises:
        TableauIllisible: none of these.
    """
    try:
        texte = _texte(donnees)
    except UnicodeDecodeError:
        raise TableauIllisible from None
    if "\0" in texte:
        raise TableauIllisible
    return texte


def _texte(donnees: bytes) -> str:
    if donnees.startswith(_UTF16):
        return donnees.decode("utf-16")
    try:
        return donnees.decode("utf-8-sig")
    except UnicodeDecodeError:
        return donnees.decode("cp1252")


def _separateur(texte: str) -> str:
    """The one that gives the most rows of one width, then the widest."""

    def merite(separateur: str) -> tuple[int, int]:
        try:
            rangees = _rangees(texte, separateur, _ESSAI)
        except TableauIllisible:
            return (0, 0)
        largeurs = Counter(len(rangee) for rangee in rangees if rangee)
        del largeurs[1]
        return max(((lignes, largeur) for largeur, lignes in largeurs.items()), default=(0, 0))

    return max(_SEPARATEURS, key=merite)


def _rangees(texte: str, separateur: str, au_plus: int = -1) -> list[list[str]]:
    lecteur = csv.reader(io.StringIO(texte, newline=""), delimiter=separateur, strict=True)
    rangees: list[list[str]] = []
    try:
        for rangee in lecteur:
            rangees.append(rangee)
            if len(rangees) == au_plus:
                break
    except csv.Error:
        raise TableauIllisible(
            f"La ligne {len(rangees) + 1} de ce fichier ne peut pas être lue : un guillemet y est "
            "de trop, ou n’est pas refermé.",
            "Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis choisissez-le.",
        ) from None
    return rangees
