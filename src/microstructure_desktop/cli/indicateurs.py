"""indicateurs: a year's figures, month by month and for the year, to a file."""

import argparse
from pathlib import Path

from microstructure_desktop.paths import Home

from . import passphrase
from .french import Commands

YEARS = range(2000, 2101)


def year(text: str) -> int:
    """Argparse type: « 2026 »."""
    if not (text.isascii() and text.isdecimal() and int(text) in YEARS):
        raise argparse.ArgumentTypeError(
            f"« {text} » n’est pas une année ; écrivez AAAA, par exemple 2026"
        )
    return int(text)


def add_to(commands: Commands) -> None:
    command = commands.add_parser(
        "indicateurs",
        help="les chiffres d’une année dans un fichier",
        description="Tous les indicateurs, mois par mois puis pour l’année, avec leur base, ce qui "
        "n’est pas renseigné et leur définition. Aucune ligne ne parle d’une personne, mais les "
        "petits nombres peuvent en désigner une : le fichier reste dans l’équipe.",
    )
    command.add_argument("--annee", type=year, required=True, metavar="AAAA")
    command.add_argument(
        "--format",
        choices=("csv", "xlsx"),
        default="xlsx",
        help="xlsx : un classeur avec son dictionnaire (par défaut) ; csv : un seul tableau",
    )
    command.add_argument(
        "--sortie",
        type=Path,
        required=True,
        metavar="FICHIER",
        help="où l’écrire ; un fichier déjà là n’est jamais remplacé",
    )
    passphrase.add_to(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import documents, tableau_indicateurs, unlock
    from microstructure_desktop.services.tableaux_fichiers import DejaLa

    if options.sortie.exists():
        raise DejaLa
    make = tableau_indicateurs.csv if options.format == "csv" else tableau_indicateurs.xlsx
    office = passphrase.open_office(options, place)
    try:
        documents.deliver(office, make(office, options.annee), options.sortie)
    finally:
        unlock.close(office)
    print(f"Indicateurs de {options.annee} enregistrés : {options.sortie}")
    return 0
