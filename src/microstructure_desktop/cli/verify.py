"""verify: the verdict of every check of the store, or of a backup; 0 only if it is sound."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.paths import Home

from . import passphrase, restore
from .french import Commands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.store.checks import Check

UNSOUND = 3
WORDS = {
    "fichier": "Fichier complet, somme exacte",
    "trousseau": "Trousseau et étiquette authentiques",
    "formulaires": "Formulaires du cabinet",
    "ouverture": "Coffre lisible avec sa clé",
    "journal": "Journal d’écriture replié",
    "structure": "Structure interne",
    "integrite": "Chaque page authentique",
    "schema": "Tables et protections",
    "historique": "Historique des enregistrements",
    "listes": "Listes conformes à l’historique",
    "acces": "Journal d’accès",
    "etiquette": "Étiquette conforme au contenu",
    "temoin": "Rien de confirmé ne manque (témoin)",
}


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
        from microstructure_desktop.services import restauration

        given = restore.secret(options, options.fichier)
        return _say(restauration.examiner(place, options.fichier, given), "Sauvegarde saine")
    from microstructure_desktop.services import unlock

    office = passphrase.open_office(options, place)
    try:
        return _say(office.store.checks(), "Coffre sain")
    finally:
        unlock.close(office)


def _say(checks: "Iterable[Check]", sound: str) -> int:
    from microstructure_desktop.store.checks import sentence

    faults = warnings = 0
    for check in checks:
        faults += check.failure is not None
        warnings += check.warning is not None
        print(f"{WORDS[check.name]}\u00a0: {sentence(check.found) if check.found else 'en ordre'}")
    verdict = f"{sound}, journal d’accès altéré." if warnings else f"{sound}."
    print(verdict if not faults else f"{faults} défaut(s) trouvé(s).")
    return UNSOUND if faults or warnings else 0
