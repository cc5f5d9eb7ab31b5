"""indicateurs: a year's figures, month by month and for the year, to a file."""

import argparse
from pathlib import Path

from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import output, passphrase
from .french import Commands
from .year import year

FORMATS = ("csv", "xlsx")


class FormatContredit(AppError):
    sentence = "Le nom du fichier finit par un autre format que celui demandé."
    way_out = "Donnez à --sortie un nom qui finit par .csv ou .xlsx, et ôtez --format."


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
        choices=FORMATS,
        help="xlsx : un classeur avec son dictionnaire ; csv : un seul tableau (par défaut, "
        "celui que dit le nom du fichier, sinon xlsx)",
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

    wanted = _format(options.format, options.sortie)
    output.check_free(options.sortie)
    make = tableau_indicateurs.csv if wanted == "csv" else tableau_indicateurs.xlsx
    office = passphrase.open_office(options, place)
    try:
        documents.deliver(office, make(office, options.annee), options.sortie)
    finally:
        unlock.close(office)
    print(f"Indicateurs de {options.annee} enregistrés : {options.sortie}")
    return 0


def _format(asked: str | None, path: Path) -> str:
    """What opens the file goes by its name."""
    named = path.suffix.lower().removeprefix(".")
    if asked and named in FORMATS and named != asked:
        raise FormatContredit
    return asked or (named if named in FORMATS else "xlsx")
