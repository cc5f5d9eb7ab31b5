"""demo-region: fictional cabinets, the animator who received their months, and her report."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic

from microstructure_desktop.app import command_line
from microstructure_desktop.paths import Home, home

from .french import Commands

LIMITS = {"cabinets": (3, 30), "mois": (3, 24)}


def add_to(commands: Commands) -> None:
    command = commands.add_parser(
        "demo-region", help="créer une région fictive : des cabinets et leur animateur"
    )
    command.add_argument(
        "--home",
        type=Path,
        metavar="DOSSIER",
        default=argparse.SUPPRESS,
        help="dossier où créer la région fictive",
    )
    command.add_argument(
        "--seed", type=int, default=1, metavar="N", help="même nombre, mêmes chiffres (1)"
    )
    for name, what in (("cabinets", "cabinets de la région"), ("mois", "mois d’activité")):
        command.add_argument(
            f"--{name}", type=_within(name), default=12, metavar="N", help=f"{what} (12)"
        )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.demo import lisezmoi, region

    place = home(options.home or Path("demo-region"))
    lieux = region.Lieux(place.root)
    if lieux.lisezmoi.exists():
        print(f"La région fictive existe déjà dans {lieux.racine} : elle est gardée telle quelle.")
        print(f"À lire : {lieux.lisezmoi}")
        return 0
    start = monotonic()
    today = date.today()  # noqa: DTZ011 -- a local day is meant
    etendue = region.Etendue(options.seed, options.cabinets, options.mois, today)
    temoins = region.build(lieux, etendue, _show, cost=region.cheapest(), processus=_processes())
    page = lisezmoi.texte(lieux, etendue, temoins, command_line)
    lieux.lisezmoi.write_text(page, encoding="utf-8")
    print()
    print(page)
    print(f"Durée  : {monotonic() - start:.0f} s")
    print(f"À lire : {lieux.lisezmoi}")
    return 0


def _processes() -> int:
    """A program made to run without Python cannot start its own parts again."""
    return 1 if getattr(sys, "frozen", False) else os.cpu_count() or 1


def _show(share: float, sentence: str) -> None:
    print(f"[{share:4.0%}] {sentence}", flush=True)


def _within(name: str) -> Callable[[str], int]:
    low, high = LIMITS[name]

    def read(text: str) -> int:
        value = int(text) if text.isdigit() else 0
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"un nombre de {low} à {high} est attendu")
        return value

    return read
