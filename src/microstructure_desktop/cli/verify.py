"""verify: the verdict of every check of the store, or of a backup; 0 only if it is sound."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import passphrase, restore
from .french import Commands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.store.checks import Check

UNSOUND = 3
UNREACHED = "contrôle non atteint"
WORDS = {
    "fichier": "Fichier complet, somme exacte",
    "trousseau": "Trousseau et étiquette authentiques",
    "formulaires": "Formulaires du cabinet",
    "cles": "Trousseau",
    "refus": "Ouverture par l’application",
    "ouverture": "Coffre lisible avec sa clé",
    "journal": "Journal d’écriture replié",
    "structure": "Structure interne",
    "integrite": "Chaque page authentique",
    "schema": "Tables et protections",
    "historique": "Historique des enregistrements",
    "listes": "Listes conformes à l’historique",
    "acces": "Journal d’accès",
    "effacements": "Registre des effacements",
    "etiquette": "Étiquette conforme au contenu",
    "temoin": "Rien de confirmé ne manque (témoin)",
}
_DOUBTS = {"cles": "trousseau à récrire", "acces": "journal d’accès altéré"}
"""What is wrong and refuses nothing."""
_DATABASE = ("structure", "integrite", "schema", "historique", "listes", "acces")
STORE = ("cles", "refus", "ouverture", "journal", *_DATABASE, "temoin", "effacements")
BACKUP = ("fichier", "trousseau", "formulaires", "ouverture", *_DATABASE, "etiquette")


def add_to(commands: Commands) -> None:
    command = commands.add_parser("verify", help="vérifier tout le coffre, ou une sauvegarde")
    command.add_argument(
        "fichier", type=Path, nargs="?", metavar="FICHIER", help="une sauvegarde « .msmabak »"
    )
    passphrase.add_to(command)
    command.add_argument(
        "--code-file",
        type=Path,
        metavar="FICHIER",
        help="fichier qui contient le code de la feuille de secours, pour une sauvegarde",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    if options.fichier is not None:
        return _say(_of_backup(options, place), BACKUP, "Sauvegarde saine")
    return _say(_of_store(options, place), STORE, "Coffre sain")


def _of_store(options: argparse.Namespace, place: Home) -> "tuple[Check, ...]":
    from microstructure_desktop.services import unlock, verification

    if not unlock.exists(place):
        raise passphrase.NoCabinet
    try:
        accounts = unlock.door(place).accounts
    except AppError as refusal:
        return verification.sans_trousseau(refusal)
    account = passphrase.chosen(accounts, options.compte)
    given = passphrase.read(options.passphrase_file)
    return verification.verifier(place, MembreId(account.id), given)


def _of_backup(options: argparse.Namespace, place: Home) -> "tuple[Check, ...]":
    from microstructure_desktop.services import restauration

    try:
        given = restore.secret(options, options.fichier)
    except (passphrase.NoAccount, passphrase.NoPassphrase):
        raise
    except AppError:
        found = restauration.examiner(place, options.fichier, None)
        if not any(check.failure for check in found):
            raise
        return found
    return restauration.examiner(place, options.fichier, given)


def _say(checks: "Iterable[Check]", names: "Iterable[str]", sound: str) -> int:
    from microstructure_desktop.store.checks import sentence

    done = {check.name: check for check in checks}
    faults = sum(check.failure is not None for check in done.values())
    warnings = [_DOUBTS[check.name] for check in done.values() if check.warning]
    for name in names:
        if name in done:
            found = done[name].found
            print(f"{WORDS[name]}\u00a0: {sentence(found) if found else 'en ordre'}")
        elif faults:  # otherwise, what its version has not
            print(f"{WORDS[name]}\u00a0: {UNREACHED}")
    verdict = f"{', '.join([sound, *warnings])}."
    print(verdict if not faults else f"{faults} défaut(s) trouvé(s).")
    return UNSOUND if faults or warnings else 0
