"""Ask for the account and its passphrase: at a prompt or from a file, never an argument."""

import argparse
import sys
from collections.abc import Iterable
from getpass import getpass
from pathlib import Path

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.services import unlock
from microstructure_desktop.services.office import Office
from microstructure_desktop.store.keyring import Account


class NoPassphrase(AppError):
    sentence = "La phrase de passe n’a pas pu être lue."
    way_out = "Vérifiez le fichier donné à --passphrase-file, ou lancez dans un terminal."


class NoAccount(AppError):
    sentence = "Aucun compte de ce cabinet ne porte ce nom."
    way_out = "Donnez à --compte le début du nom tel qu’affiché au déverrouillage."


class NoCabinet(AppError):
    sentence = "Il n’y a pas de cabinet dans ce dossier."
    way_out = "Donnez son dossier avec --home, ou créez-le en ouvrant la fenêtre."


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--home",
        type=Path,
        metavar="DOSSIER",
        default=argparse.SUPPRESS,  # else it would hide the one given before the command
        help="dossier du cabinet, ici ou avant la commande",
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FICHIER",
        help="fichier dont la première ligne est la phrase de passe",
    )
    parser.add_argument(
        "--compte", metavar="NOM", default="", help="compte à ouvrir (par défaut, le premier)"
    )


def read(path: Path | None) -> str:
    """The passphrase, from the first line of a file or typed without echo.

    Raises:
        NoPassphrase: no file there, or nobody to ask.
    """
    if path is not None:
        try:
            line = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise NoPassphrase from None
        if not line or not line[0]:
            raise NoPassphrase
        return line[0]
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassphrase
    return getpass("Phrase de passe : ")


def chosen(accounts: Iterable[Account], name: str) -> Account:
    """The first account whose name holds what was given.

    Raises:
        NoAccount: there is none.
    """
    account = next((a for a in accounts if name.casefold() in a.nom.casefold()), None)
    if account is None:
        raise NoAccount
    return account


def open_office(options: argparse.Namespace, place: Home) -> Office:
    """Open the cabinet for a command."""
    if not unlock.exists(place):
        raise NoCabinet
    account = chosen(unlock.door(place).accounts, options.compte)
    return unlock.open_cabinet(place, MembreId(account.id), read(options.passphrase_file))
