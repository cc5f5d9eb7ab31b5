"""backup: a verified copy of the cabinet in a folder, which the cabinet knows from then on."""

import argparse
from pathlib import Path

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.paths import Home

from . import passphrase
from .french import Commands


def add_to(commands: Commands) -> None:
    command = commands.add_parser("backup", help="faire une sauvegarde vérifiée dans un dossier")
    passphrase.add_to(command)
    command.add_argument(
        "--sortie",
        type=Path,
        required=True,
        metavar="DOSSIER",
        help="dossier existant où la mettre (une clé USB, par exemple)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import sauvegardes, unlock

    office = passphrase.open_office(options, place)
    try:
        made = sauvegardes.sur_support(office, options.sortie, Genre.EXPORTEE)
    finally:
        unlock.close(office)
    print(f"{made.chemin}\u00a0: relue et vérifiée.")
    for name in made.laissees:
        print(f"{name}\u00a0: s’ouvre encore avec une ancienne clé, supprimez-la.")
    return 0
