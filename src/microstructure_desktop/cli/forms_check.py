"""forms check: what each definition file holds, or what to correct in it."""

import argparse

from microstructure_desktop.french import count
from microstructure_desktop.paths import Home

from .french import Commands

FAULTY = 1


def add_to(actions: Commands) -> None:
    command = actions.add_parser(
        "check", help="dire ce qu’il faut corriger dans des fiches, des échelles ou des listes"
    )
    command.add_argument(
        "fichiers",
        nargs="+",
        metavar="FICHIER",
        help="fichier .toml, dossier, ou motif comme fiches/*.toml",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, _place: Home) -> int:
    from microstructure_desktop.services.definition_check import check
    from microstructure_desktop.services.known_definitions import known

    found = check(options.fichiers, known())
    for one in found:
        verdict = count(len(one.fautes), "faute") if one.fautes else "rien à corriger"
        print(f"{one.fichier}\u00a0: {verdict}")
        for line in (one.contenu, *one.fautes):
            if line:
                print(f"  {line}")
        for remark in one.remarques:
            print(f"  à regarder\u00a0: {remark}")
    return FAULTY if any(one.fautes for one in found) else 0
