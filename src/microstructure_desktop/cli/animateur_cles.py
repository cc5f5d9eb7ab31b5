"""animateur init | renouveler | restaurer: the keys, their backup, and where the register is."""

import argparse
from pathlib import Path

from microstructure_desktop.paths import Home

from . import animateur_acces, passphrase
from .animateur_acces import chosen, keys_file
from .french import Commands

KEYS, BACKUP = "Phrase de passe des clés", "Phrase de passe de la sauvegarde"


def add_to(commands: Commands) -> None:
    init = commands.add_parser("init", help="créer les clés, leur sauvegarde et le registre")
    init.add_argument(
        "--registre",
        metavar="ADRESSE",
        default="",
        help="serveur PostgreSQL, postgresql://utilisateur@serveur/base "
        "(par défaut, un fichier de ce dossier)",
    )
    renew = commands.add_parser("renouveler", help="remplacer les clés, et leur sauvegarde")
    restore = commands.add_parser("restaurer", help="retrouver les clés depuis leur sauvegarde")
    for command, run in ((init, _init), (renew, _renew), (restore, _restore)):
        command.add_argument(
            "--sauvegarde",
            type=Path,
            required=True,
            metavar="FICHIER",
            help="fichier à mettre au coffre : hors de ce poste",
        )
        animateur_acces.add_home(command)
        animateur_acces.add_passphrase(command)
        animateur_acces.add_backup_passphrase(command)
        command.set_defaults(run=run)


def _init(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import keys, register
    from microstructure_desktop.exchange.seal import fingerprint

    place.animateur.mkdir(parents=True, exist_ok=True)
    address = options.registre or register.address(place)
    phrase = chosen(options.passphrase_file, KEYS)
    secours = chosen(options.passphrase_sauvegarde_file, BACKUP)
    register.Register.open(address).close()
    made = keys.create(keys_file(place), phrase, options.sauvegarde, secours)
    if options.registre:
        register.choose(place, address).close()
    print(f"Clés créées : {keys_file(place)}")
    _say(options.sauvegarde, fingerprint(made.signature.public))
    return 0


def _renew(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import keys
    from microstructure_desktop.exchange.seal import fingerprint

    phrase = passphrase.read(options.passphrase_file)
    secours = chosen(options.passphrase_sauvegarde_file, BACKUP)
    made = keys.rotate(keys_file(place), phrase, options.sauvegarde, secours)
    print(f"Clés renouvelées : {keys_file(place)}")
    _say(options.sauvegarde, fingerprint(made.signature.public))
    print("Faites maintenant une nouvelle convention, et remettez-la à chaque cabinet.")
    return 0


def _restore(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import keys
    from microstructure_desktop.exchange.seal import fingerprint

    secours = passphrase.read(options.passphrase_sauvegarde_file)
    phrase = chosen(options.passphrase_file, KEYS)
    made = keys.restore(keys_file(place), phrase, options.sauvegarde, secours)
    print(f"Clés restaurées : {keys_file(place)}")
    print(f"Empreinte : {fingerprint(made.signature.public)}")
    print("Faites maintenant une nouvelle convention, et remettez-la à chaque cabinet.")
    return 0


def _say(backup: Path, empreinte: str) -> None:
    print(f"Sauvegarde écrite : {backup}. Mettez-la au coffre, loin de ce poste.")
    print(f"Empreinte, à lire aux cabinets : {empreinte}")
