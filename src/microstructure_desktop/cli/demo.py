"""demo: a fictional cabinet over the last months, its documents, then the window on it."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from microstructure_desktop import settings
from microstructure_desktop.app import command_line
from microstructure_desktop.paths import Home, home
from microstructure_desktop.settings import Settings

from . import passphrase
from .french import Commands

if TYPE_CHECKING:
    from microstructure_desktop.demo.cabinet import Story
    from microstructure_desktop.demo.papers import Papers

LARGEST = {"mois": 60, "patients": 400}


def add_to(commands: Commands) -> None:
    command = commands.add_parser("demo", help="créer et montrer un cabinet fictif")
    command.add_argument(
        "--home",
        type=Path,
        metavar="DOSSIER",
        default=argparse.SUPPRESS,
        help="dossier où créer le cabinet fictif",
    )
    command.add_argument(
        "--seed", type=int, default=1, metavar="N", help="même nombre, même contenu (1)"
    )
    command.add_argument(
        "--mois", type=_up_to("mois"), default=12, metavar="N", help="mois d’activité (12)"
    )
    command.add_argument(
        "--patients",
        type=_up_to("patients"),
        default=24,
        metavar="N",
        help="personnes suivies (24)",
    )
    command.add_argument(
        "--sans-fenetre", action="store_true", help="ne pas ouvrir la fenêtre à la fin"
    )
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FICHIER",
        help="phrase de passe des comptes fictifs (sinon, celle affichée)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.demo.cabinet import PASSPHRASE
    from microstructure_desktop.services import unlock

    place = home(options.home or Path("demo-cabinet"))
    secret = PASSPHRASE
    if options.passphrase_file is not None:
        secret = passphrase.read(options.passphrase_file)
    if unlock.exists(place):
        print(f"Le cabinet fictif existe déjà dans {place.root} : il est gardé tel quel.")
        print(f"Documents : {place.documents}")
    else:
        _build(options, place, secret)
    if options.sans_fenetre:
        return 0
    if not has_display():
        print("Aucun écran disponible : la fenêtre n’est pas ouverte.")
        print(f"Documents : {place.documents}")
        return 0
    from microstructure_desktop.app import run as run_window

    return run_window(place, secret)


def has_display() -> bool:
    """Whether a window can be shown to a person."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _build(options: argparse.Namespace, place: Home, secret: str) -> None:
    from microstructure_desktop.demo import cabinet, papers
    from microstructure_desktop.domain.equipe import Role
    from microstructure_desktop.services import unlock

    start = monotonic()
    plan = cabinet.Plan(options.seed, options.mois, options.patients, date.today())  # noqa: DTZ011
    story = cabinet.build(place, plan, secret, _show)
    office = story.offices[Role.PSYCHOLOGUE]
    try:
        _show(1.0, "Écriture des documents")
        written = papers.write(story.offices[Role.MEDECIN])
    finally:
        unlock.close(office)
    settings.save(place.settings_file, Settings(dernier_membre=office.membre.id))
    _summary(place, story, written, monotonic() - start, secret)


def _summary(place: Home, story: "Story", written: "Papers", seconds: float, secret: str) -> None:
    shown = secret if secret == _default() else "celle de votre fichier"
    print()
    print("Cabinet fictif prêt. Aucune personne réelle n’y figure.")
    print(f"  Patients   : {len(story.people)}")
    print(f"  Séances    : {story.seances}")
    print(f"  Réunions   : {len(story.reunions)}")
    print(f"  Documents  : {len(written.files)} PDF dans {place.documents}")
    if written.export is not None:
        print(f"  Export     : {written.export}")
    print(f"  Durée      : {seconds:.1f} s".replace(".", ",", 1))
    print(f"  Ouvrir     : {subprocess.list2cmdline(command_line(place))}")
    print(f"  Phrase de passe de chaque compte : {shown}")


def _default() -> str:
    from microstructure_desktop.demo.cabinet import PASSPHRASE

    return PASSPHRASE


def _show(share: float, sentence: str) -> None:
    print(f"[{share:4.0%}] {sentence}", flush=True)


def _up_to(name: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text) if text.isdigit() else 0
        if not 1 <= value <= LARGEST[name]:
            raise argparse.ArgumentTypeError(f"un nombre de 1 à {LARGEST[name]} est attendu")
        return value

    return read
