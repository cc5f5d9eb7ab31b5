"""animateur: the regional animator's keys, conventions, enrolments, receptions and documents.

Without an action, the animator's window opens.
"""

import argparse

from microstructure_desktop.paths import Home

from . import (
    animateur_cles,
    animateur_convention,
    animateur_documents,
    animateur_enrol,
    animateur_national,
    animateur_receive,
)
from .french import Commands


def add_to(commands: Commands) -> None:
    family = commands.add_parser("animateur", help="recevoir l’activité des cabinets d’une région")
    family.set_defaults(run=_window)
    actions = family.add_subparsers(dest="action", metavar="ACTION")
    for module in (
        animateur_cles,
        animateur_convention,
        animateur_enrol,
        animateur_receive,
        animateur_documents,
        animateur_national,
    ):
        module.add_to(actions)


def _window(_options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.app import run_animateur

    return run_animateur(place)
