"""animateur: the regional animator's keys, conventions, enrolments and receptions."""

from . import animateur_cles, animateur_convention, animateur_enrol, animateur_receive
from .french import Commands


def add_to(commands: Commands) -> None:
    family = commands.add_parser("animateur", help="recevoir l’activité des cabinets d’une région")
    actions = family.add_subparsers(dest="action", required=True, metavar="ACTION")
    for module in (animateur_cles, animateur_convention, animateur_enrol, animateur_receive):
        module.add_to(actions)
