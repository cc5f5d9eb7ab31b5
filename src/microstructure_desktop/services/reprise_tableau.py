"""Read the list that a team kept before, CSV or XLSX, as rows of text."""

from pathlib import Path

from microstructure_desktop.errors import AppError

from . import reprise_csv, reprise_xlsx
from .reprise_lignes import MAX_OCTETS, Tableau, TableauIllisible, TableauTropGrand, TableauVide

_ANCIEN = b"\xd0\xcf\x11\xe0"  # an Excel file of before 2007, or one with a password
_OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"


class FichierNonLu(AppError):
    sentence = "Le fichier n’a pas pu être ouvert."
    way_out = "Fermez-le dans les autres logiciels, puis choisissez-le de nouveau."


def ouvrir(path: Path, feuille: str = "") -> Tableau:
    """The rows of a file.

    Raises:
        FichierNonLu: it is not there, or may not be read.
        TableauIllisible, TableauVide, TableauTropGrand
    """
    try:
        with path.open("rb") as flux:
            donnees = flux.read(MAX_OCTETS + 1)
    except OSError:
        raise FichierNonLu from None
    return lire(donnees, feuille)


def lire(donnees: bytes, feuille: str = "") -> Tableau:
    """The rows of a content; what it is shows in its first bytes, whatever its name says.

    Raises:
        TableauIllisible, TableauVide, TableauTropGrand
    """
    if len(donnees) > MAX_OCTETS:
        raise TableauTropGrand
    if not donnees.strip():
        raise TableauVide
    if donnees.startswith(_ANCIEN):
        raise TableauIllisible(
            "Ce classeur est protégé par un mot de passe, ou d’un ancien format (.xls).",
            "Ouvrez-le dans un tableur, enregistrez-le en XLSX sans mot de passe, puis "
            "choisissez-le.",
        )
    if _OPENDOCUMENT in donnees[:120]:
        raise TableauIllisible(
            "Ce classeur est au format OpenDocument (.ods).",
            "Enregistrez-le au format XLSX ou CSV, puis choisissez-le de nouveau.",
        )
    if donnees.startswith(reprise_xlsx.SIGNATURE):
        return reprise_xlsx.lire(donnees, feuille)
    return reprise_csv.lire(donnees)
