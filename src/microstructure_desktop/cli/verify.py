"""verify: every check of the store; exit code 0 only if it is sound."""

import argparse

from microstructure_desktop.paths import Home

from . import passphrase
from .french import Commands

UNSOUND = 3


def add_to(commands: Commands) -> None:
    command = commands.add_parser("verify", help="vérifier tout le coffre")
    passphrase.add_to(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import unlock

    office = passphrase.open_office(options, place)
    try:
        faults = office.store.verify()
    finally:
        unlock.close(office)
    for fault in faults:
        print(fault)
    print("Coffre sain." if not faults else f"{len(faults)} défaut(s) trouvé(s).")
    return UNSOUND if faults else 0
