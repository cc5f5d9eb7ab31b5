"""documents dossier-legal: write the cabinet's file on the protection of data, whole or in part."""

import argparse
from pathlib import Path

from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import output, passphrase
from .french import Commands


class PaperUnknown(AppError):
    way_out = "Sans --papier, le dossier entier est écrit."

    def __init__(self, known: str = "") -> None:
        super().__init__(f"Ce papier n’est pas dans le dossier. Il contient\xa0: {known}.")


def add_to(kinds: Commands) -> None:
    command = kinds.add_parser("dossier-legal", help="dossier de protection des données")
    command.add_argument(
        "--papier", default="", metavar="NOM", help="un seul papier\xa0: registre, aipd…"
    )
    command.add_argument(
        "--sortie",
        type=Path,
        required=True,
        metavar="FICHIER",
        help="PDF\xa0; un fichier déjà là n’est jamais remplacé",
    )
    passphrase.add_to(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import documents, dossier_legal, unlock

    names = dossier_legal.noms()
    if options.papier and options.papier not in names:
        raise PaperUnknown(", ".join(names))
    output.check_free(options.sortie)
    office = passphrase.open_office(options, place)
    try:
        document = dossier_legal.imprimer(office, options.papier)
        documents.deliver(office, document, options.sortie)
    finally:
        unlock.close(office)
    print(f"{document.titre} enregistré\xa0: {options.sortie}")
    print("Ce sont des modèles\xa0: faites-les relire avant de vous en servir.")
    return 0
