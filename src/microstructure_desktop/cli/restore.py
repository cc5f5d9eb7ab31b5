"""restore: put a backup in the place of the cabinet, and keep the former one beside."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.paths import Home

from . import passphrase
from .french import Commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.services.restauration import Bilan
    from microstructure_desktop.services.secret_sauvegarde import Secret


def add_to(commands: Commands) -> None:
    command = commands.add_parser(
        "restore", help="restaurer une sauvegarde ; le cabinet en place est gardé à côté"
    )
    command.add_argument("fichier", type=Path, metavar="FICHIER", help="sauvegarde « .msmabak »")
    passphrase.add_to(command)
    command.add_argument(
        "--code-file",
        type=Path,
        metavar="FICHIER",
        help="fichier qui contient le code de la feuille de secours, à la place d’une phrase",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import restauration
    from microstructure_desktop.services.restauration_words import apres

    given = secret(options, options.fichier)
    done = restauration.restaurer(place, options.fichier, given)
    seen = done.apercu
    print(f"{seen.cabinet}\u00a0: sauvegarde du {_day(seen.faite_le)}.")
    print(f"{seen.patients} dossier(s), dernière saisie\u00a0: {_day(seen.derniere_saisie)}.")
    if seen.journal:
        print(seen.journal)
    if done.garde is not None:
        print(f"L’ancien cabinet est gardé dans {done.garde}.")
    for line in (*own_files(done), *apres(done)):
        print(line)
    print("Restauré et relu.")
    return 0


def own_files(done: "Bilan") -> "Iterator[str]":
    """What became of the forms, scales and programmes that the cabinet wrote."""
    if done.apercu.formulaires:
        yield f"{done.apercu.formulaires} fichier(s) de formulaires du cabinet."
    if done.formulaires_gardes is not None:
        yield f"Ceux qui étaient différents sont gardés dans {done.formulaires_gardes}."
    if done.formulaires_en_attente:
        yield "Le disque les a refusés\u00a0: ils seront remis à la prochaine ouverture."


def secret(options: argparse.Namespace, fichier: Path) -> "Secret":
    """What opens a backup, as the options say."""
    from microstructure_desktop.services import restauration
    from microstructure_desktop.services.secret_sauvegarde import Code, Phrase

    if options.code_file is not None:
        return Code(passphrase.read(options.code_file))
    account = passphrase.chosen(restauration.regarder(fichier).comptes, options.compte)
    return Phrase(account.id, passphrase.read(options.passphrase_file))


def _day(at: datetime | None) -> str:
    return f"{at.astimezone():%d/%m/%Y %H:%M}" if at else "aucune"
