"""Write the tables whole or not at all: a workbook, or a folder of CSV files."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

from .documents import Document, DocumentNotWritten, save

if TYPE_CHECKING:
    from microstructure_desktop.reports.tableur.feuilles import Classeur


class DejaLa(AppError):
    sentence = "Un fichier ou un dossier de ce nom est déjà à cet endroit."
    way_out = "Choisissez un autre nom ou un autre endroit\u00a0; rien n’a été écrit."


def classeur(tables: "Classeur", chemin: Path) -> None:
    """Write an XLSX file; who is asked for its place was told whether there is one.

    Raises:
        DocumentNotWritten, TropDeLignes
    """
    from microstructure_desktop.reports.tableur.fichier_xlsx import xlsx

    save(Document(tables.titre, chemin.name, xlsx(tables)), chemin)


def dossier(tables: "Classeur", chemin: Path) -> None:
    """Write a new folder with one CSV file by sheet.

    Raises:
        DejaLa, DocumentNotWritten
    """
    from microstructure_desktop.reports.tableur.fichiers_csv import fichiers

    if chemin.exists():
        raise DejaLa
    draft = chemin.with_name(f"{chemin.name}.part")
    try:
        draft.mkdir(mode=0o700)
        for fichier in fichiers(tables):
            (draft / fichier.nom).write_bytes(fichier.contenu)
        draft.replace(chemin)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise DocumentNotWritten from None
