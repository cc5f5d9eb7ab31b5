"""animateur enrol: enter a cabinet once its fingerprint was read aloud."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

from . import animateur_acces
from .documents import month

if TYPE_CHECKING:
    import argparse

    from microstructure_desktop.animateur.enrol import Lue
    from microstructure_desktop.paths import Home

    from .french import Commands

_LARGEST = 1_000_000
_CASES = {
    "nouvelle": "nouvelle inscription",
    "connue": "déjà inscrit avec cette clé",
    "rotation": "nouvelle clé, signée par celle que vous connaissez",
    "perte": "AUTRE CLÉ, que la précédente ne signe pas",
}


class NotConfirmed(AppError):
    sentence = "L’empreinte n’a pas été confirmée ; rien n’a été inscrit."
    way_out = "Lisez-la au téléphone avec le cabinet, puis donnez-la avec --empreinte."


class NoFile(AppError):
    sentence = "Ce fichier n’a pas pu être lu."
    way_out = "Vérifiez l’endroit, et que la clé USB est branchée."


def add_to(commands: Commands) -> None:
    command = commands.add_parser("enrol", help="inscrire un cabinet, ou sa nouvelle clé")
    command.add_argument("fichier", type=Path, metavar="FICHIER", help="un .msma-inscription")
    command.add_argument(
        "--empreinte",
        metavar="TEXTE",
        help="celle que le cabinet a lue (sans elle, la question est posée)",
    )
    command.add_argument(
        "--depuis",
        type=month,
        metavar="AAAA-MM",
        help="premier mois attendu (par défaut, celui-ci)",
    )
    command.add_argument(
        "--perte",
        action="store_true",
        help="le cabinet a perdu sa clé : l’ancienne ne vaut plus rien",
    )
    animateur_acces.add_home(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import enrol

    try:
        with options.fichier.open("rb") as stream:
            data = stream.read(_LARGEST)
    except OSError:
        raise NoFile from None
    with animateur_acces.opened(place) as register:
        lue = enrol.lire(register, data)
        said = lue.inscription
        print(f"{said.structure} ({said.nom}), {_CASES[lue.cas]}")
        print(f"Empreinte : {lue.empreinte}")
        confirmed = options.empreinte or _asked(lue)
        made = enrol.inscrire(
            register,
            data,
            confirmed,
            animateur_acces.today(),
            depuis=options.depuis,
            perte=options.perte,
        )
    print(f"Cabinet inscrit : {made.id}, attendu depuis {made.depuis}.")
    return 0


def _asked(lue: Lue) -> str:
    """The same fingerprint, once somebody said so.

    Raises:
        NotConfirmed: another answer, or nobody to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise NotConfirmed
    if input("Le cabinet lit-il la même ? Écrivez OUI : ").strip().upper() != "OUI":
        raise NotConfirmed
    return lue.empreinte
