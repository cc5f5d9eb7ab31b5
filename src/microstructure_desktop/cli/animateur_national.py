"""animateur rollup | national: a region's year for the national coordination, and what it reads."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

from . import animateur_acces
from .animateur_output import new_files
from .output import check_free
from .year import year

if TYPE_CHECKING:
    from microstructure_desktop.paths import Home

    from .french import Commands

_LARGEST = 20_000_000
_MOST = 99


class NoSuchFile(AppError):
    sentence = "Un de ces fichiers n’a pas pu être lu."
    way_out = "Vérifiez l’endroit, et que la clé USB est branchée."


def rank(text: str) -> int:
    """Argparse type: « 2 »."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _MOST):
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas un numéro ; écrivez 1, 2, 3…")
    return int(text)


def add_to(commands: Commands) -> None:
    for command in (_rollup(commands), _national(commands)):
        command.add_argument(
            "--empreinte",
            action="append",
            default=[],
            metavar="TEXTE",
            help="empreinte lue au téléphone ; une par convention",
        )
        animateur_acces.add_home(command)
        animateur_acces.add_passphrase(command)


def _rollup(commands: Commands) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        "rollup",
        help="remettre l’année de la région à la coordination nationale",
        description="Scelle l’année pour la coordination nationale, d’après sa convention. Son "
        "empreinte est affichée, et demandée telle que vous l’avez entendue.",
    )
    command.add_argument("--annee", type=year, required=True, metavar="AAAA")
    command.add_argument("--convention", type=Path, required=True, metavar="FICHIER")
    command.add_argument(
        "--numero",
        type=rank,
        default=1,
        metavar="N",
        help="1 pour le premier envoi de l’année (par défaut), 2 pour celui qui le corrige…",
    )
    command.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    command.set_defaults(run=prepare)
    return command


def _national(commands: Commands) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        "national",
        help="réunir les années de plusieurs régions en un tableau",
        description="Ouvre les fichiers des régions dont la convention est donnée et confirmée.",
    )
    command.add_argument("fichiers", type=Path, nargs="+", metavar="FICHIER")
    command.add_argument(
        "--convention",
        type=Path,
        required=True,
        action="append",
        metavar="FICHIER",
        help="celle d’une région ; se répète",
    )
    command.add_argument("--sortie", type=Path, required=True, metavar="FICHIER", help=".xlsx")
    command.set_defaults(run=gather)
    return command


def prepare(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import annee, national

    octets = _read(options.convention)
    _say(octets)
    national.confirmee(octets, options.empreinte)
    cles = animateur_acces.open_keys(options, place)
    with animateur_acces.opened(place) as register, register.read() as work:
        found = annee.lire(work, options.annee, animateur_acces.today())
    made = national.prepare(found, cles, octets, options.empreinte, options.numero)
    path = options.sortie / made.nom
    new_files({path: made.octets})
    print(f"Année {options.annee}, {found.total.completude.phrase}, écrite : {path}")
    return 0


def gather(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import national, national_workbook

    check_free(options.sortie)
    conventions = [_read(path) for path in options.convention]
    for octets in conventions:
        _say(octets)
    regions = [national.confirmee(octets, options.empreinte) for octets in conventions]
    cles = animateur_acces.open_keys(options, place)
    found = national.ensemble(
        national.ouvrir(_read(path), cles.identites, regions) for path in options.fichiers
    )
    written = national_workbook.xlsx(found, datetime.now().astimezone())
    new_files({options.sortie: written})
    for each in found:
        print(f"{each.region} {each.annee} : {each.recues} structure(s) sur {each.attendues}")
    print(f"Tableau écrit : {options.sortie}")
    return 0


def _say(octets: bytes) -> None:
    """Whose convention it is, and what must be read aloud."""
    from microstructure_desktop.exchange import convention
    from microstructure_desktop.exchange.seal import fingerprint

    said = convention.read(octets)
    print(f"{said.animateur} ({said.region}), empreinte : {fingerprint(said.cle)}")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST)
    except OSError:
        raise NoSuchFile from None
