"""update: what a signed update would change, and its installer once everything was verified."""

import argparse
from pathlib import Path

from microstructure_desktop.paths import Home

from .french import Commands


def add_to(commands: Commands) -> None:
    command = commands.add_parser("update", help="vérifier une mise à jour et dire ce qui change")
    command.add_argument(
        "fichier", type=Path, metavar="FICHIER", help="une mise à jour « .msmamaj »"
    )
    command.add_argument(
        "--sortie",
        type=Path,
        metavar="DOSSIER",
        help="dossier existant où écrire l’installeur, une fois vérifié",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, _place: Home) -> int:
    from microstructure_desktop.services import mise_a_jour

    found = mise_a_jour.regarder(options.fichier)
    said = found.annonce
    print(f"Version installée\u00a0: {found.installee}")
    print(f"Version proposée\u00a0: {said.version}, du {said.date:%d/%m/%Y}")
    print(f"Signée par {found.editeur.nom}, clé {found.editeur.empreinte}\u00a0: authentique.")
    print("Ce qui change\u00a0:")
    for each in said.changements:
        print(f"- {each}")
    if options.sortie is not None:
        made = mise_a_jour.extraire(options.fichier, options.sortie)
        print(f"{made}\u00a0: écrit, relu et vérifié.")
        print("Avant de l’ouvrir, faites une sauvegarde et fermez l’application.")
        if command := mise_a_jour.commande(made):
            print(f"Pour l’installer\u00a0: {command}")
    return 0
