"""animateur convention: make the file that each cabinet imports, or the one that follows it."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.errors import AppError

from . import animateur_acces
from .output import check_free

if TYPE_CHECKING:
    from microstructure_desktop.animateur.enrol import Projet
    from microstructure_desktop.animateur.register import Register
    from microstructure_desktop.exchange.convention import CanalPropose
    from microstructure_desktop.paths import Home

    from .french import Commands


class RegionAndNameNeeded(AppError):
    sentence = "La première convention dit la région et le nom de l’animateur."
    way_out = "Donnez --region et --animateur, par exemple --region OCC --animateur RAMIP."


def channel(text: str) -> CanalPropose:
    """Argparse type: « courriel=contact@exemple.fr »."""
    from microstructure_desktop.exchange.convention import CanalPropose

    kind, _, address = text.partition("=")
    try:
        return CanalPropose(TypeCanal(kind), address)
    except ValueError:
        known = ", ".join(TypeCanal)
        raise argparse.ArgumentTypeError(
            f"« {text} » n’est pas un canal ; écrivez type=adresse, avec un type parmi {known}"
        ) from None


def add_to(commands: Commands) -> None:
    command = commands.add_parser(
        "convention",
        help="faire la convention à remettre aux cabinets, ou la renouveler",
        description="Ce qui n’est pas donné reste comme dans la convention précédente.",
    )
    command.add_argument("--region", metavar="CODE", help="par exemple OCC")
    command.add_argument("--animateur", metavar="NOM")
    command.add_argument("--contact", metavar="TEXTE", help="téléphone, adresse")
    command.add_argument(
        "--k", type=int, metavar="N", help="le plus petit effectif derrière un trait (11)"
    )
    command.add_argument(
        "--k-activite", type=int, metavar="N", help="derrière un mois d’activité (5)"
    )
    command.add_argument(
        "--jour-limite", type=int, metavar="N", help="jour du mois suivant, de 1 à 28 (15)"
    )
    command.add_argument(
        "--canal",
        type=channel,
        action="append",
        dest="canaux",
        metavar="TYPE=ADRESSE",
        help="chemin proposé aux cabinets ; se répète",
    )
    command.add_argument(
        "--profils",
        action=argparse.BooleanOptionalAction,
        help="laisser les cabinets joindre, par groupes d’au moins k, les personnes d’une année",
    )
    command.add_argument("--sortie", type=Path, required=True, metavar="FICHIER")
    animateur_acces.add_home(command)
    animateur_acces.add_passphrase(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur.enrol import faire_convention

    check_free(options.sortie)
    cles = animateur_acces.open_keys(options, place)
    with animateur_acces.opened(place) as register:
        projet = _projet(options, register)
        octets = faire_convention(register, cles, projet, animateur_acces.today())
    options.sortie.write_bytes(octets)
    print(f"Convention écrite : {options.sortie}")
    return 0


def _projet(options: argparse.Namespace, register: Register) -> Projet:
    from microstructure_desktop.animateur.enrol import Projet

    with register.read() as work:
        current = work.conventions.current()
    names = [field.name for field in fields(Projet)]
    said = {name: value for name in names if (value := getattr(options, name)) is not None}
    if "canaux" in said:
        said["canaux"] = tuple(said["canaux"])
    if current is not None:
        before = current.convention
        return replace(Projet(**{name: getattr(before, name) for name in names}), **said)
    if not {"region", "animateur"} <= set(said):
        raise RegionAndNameNeeded
    return Projet(**({"contact": ""} | said))
