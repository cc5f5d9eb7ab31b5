"""What the animator's commands share: the folder, the passphrases, the register, the day."""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager
from datetime import date
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

from . import passphrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.animateur.keys import Cles
    from microstructure_desktop.animateur.register import Register
    from microstructure_desktop.paths import Home


class NotTheSameTwice(AppError):
    sentence = "Les deux phrases de passe tapées ne sont pas les mêmes."
    way_out = "Recommencez ; rien n’a été écrit."


class NoRegister(AppError):
    sentence = "Il n’y a pas de registre d’animateur dans ce dossier."
    way_out = "Donnez son dossier avec --home, ou créez-le avec « animateur init »."


def add_home(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--home",
        type=Path,
        metavar="DOSSIER",
        default=argparse.SUPPRESS,  # else it would hide the one given before the command
        help="dossier de l’animateur, ici ou avant la commande",
    )


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FICHIER",
        help="fichier dont la première ligne est la phrase de passe des clés",
    )


def add_backup_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-sauvegarde-file",
        type=Path,
        metavar="FICHIER",
        help="fichier dont la première ligne est la phrase de passe de la sauvegarde",
    )


def chosen(path: Path | None, what: str) -> str:
    """A new passphrase: from a file, or typed twice.

    Raises:
        NotTheSameTwice
        NoPassphrase: no file there, or nobody to ask.
    """
    if path is not None or sys.stdin is None or not sys.stdin.isatty():
        return passphrase.read(path)
    first = getpass(f"{what} : ")
    if first != getpass(f"{what}, une seconde fois : "):
        raise NotTheSameTwice
    return first


def keys_file(place: Home) -> Path:
    from microstructure_desktop.animateur.keys import FICHIER

    return place.animateur / FICHIER


def open_keys(options: argparse.Namespace, place: Home) -> Cles:
    from microstructure_desktop.animateur import keys

    if not keys_file(place).exists():
        raise NoRegister
    return keys.open_keys(keys_file(place), passphrase.read(options.passphrase_file))


@contextmanager
def opened(place: Home) -> Iterator[Register]:
    """The register of this folder, closed at the end.

    Raises:
        NoRegister: nothing was created here.
    """
    from microstructure_desktop.animateur import register

    if not place.animateur.is_dir():
        raise NoRegister
    found = register.Register.open(register.address(place))
    try:
        yield found
    finally:
        found.close()


def today() -> date:
    return date.today()  # noqa: DTZ011 -- the command line lives on the local day
