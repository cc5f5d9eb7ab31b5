"""share prepare: write a month's anonymised activity to a folder."""

import argparse
from pathlib import Path

from microstructure_desktop.paths import Home

from . import passphrase
from .documents import month
from .french import Commands


def add_to(commands: Commands) -> None:
    family = commands.add_parser("share", help="données anonymisées pour l’animateur régional")
    kinds = family.add_subparsers(dest="kind", required=True, metavar="ACTION")
    prepare = kinds.add_parser("prepare", help="préparer un mois dans un dossier")
    prepare.add_argument("--mois", type=month, required=True, metavar="AAAA-MM")
    prepare.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    passphrase.add_to(prepare)
    prepare.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import share, unlock

    office = passphrase.open_office(options, place)
    try:
        path = share.write(office, options.mois, options.sortie)
    finally:
        unlock.close(office)
    print(f"Paquet de {options.mois} écrit : {path}")
    return 0
