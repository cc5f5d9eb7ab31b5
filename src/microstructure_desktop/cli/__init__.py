"""The command line; without a command, start the desktop application."""

import argparse
import logging
import os
import sys
from pathlib import Path

from microstructure_desktop import __version__, log
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home, home
from microstructure_desktop.private_memory import keep_private

from . import (
    animateur,
    backup,
    demo,
    demo_region,
    documents,
    forms,
    indicateurs,
    restore,
    share,
    update,
    verify,
)
from .french import Parser

# What a double click may hand over: it opens the window, and nothing is read without a passphrase.
BACKUP = ".msmabak"
UPDATE = ".msmamaj"
OPENED = (".msma", BACKUP, UPDATE)

EPILOGUE = """codes de sortie :
  0  tout s’est bien passé
  1  l’action a été refusée ou n’a pas pu être faite (une phrase dit pourquoi)
  2  la ligne de commande n’a pas été comprise
  3  le coffre ou la sauvegarde n’est pas sain (commande verify)
  70 panne imprévue ; son lieu est noté dans le journal

La phrase de passe n’est jamais un argument : elle est demandée, ou lue dans --passphrase-file."""


def parser() -> argparse.ArgumentParser:
    """Every command and its French help."""
    main_parser = Parser(
        prog="microstructure-desktop",
        description="Le logiciel d’une microstructure médicale addictions. "
        "Sans commande, la fenêtre s’ouvre\xa0; avec un fichier .msma, .msmabak ou .msmamaj aussi.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main_parser.add_argument(
        "--version", action="version", version=__version__, help="afficher la version et quitter"
    )
    main_parser.add_argument(
        "--home",
        type=Path,
        metavar="DOSSIER",
        help="dossier du cabinet (par défaut, celui de la personne)",
    )
    commands = main_parser.add_subparsers(title="commandes", dest="command", metavar="COMMANDE")
    for module in (
        animateur,
        backup,
        demo,
        demo_region,
        documents,
        forms,
        indicateurs,
        restore,
        share,
        update,
        verify,
    ):
        module.add_to(commands)
    return main_parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; never a traceback."""
    keep_private()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = sys.argv[1:] if arguments is None else arguments
    options = parser().parse_args([] if is_one_file(given) else given)
    place = home(options.home)
    try:
        if options.command is None:
            return _window(place, given[0] if is_one_file(given) else "")
        return int(options.run(options, place))
    except AppError as failure:
        print(f"{failure.sentence} {failure.way_out}", file=sys.stderr)
        return failure.exit_code
    except BrokenPipeError:  # whoever reads us, « head » for one, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("Interrompu. Rien n’est perdu.", file=sys.stderr)
        return 130
    except Exception:  # noqa: BLE001 -- the command line is one of the three borders
        return _unforeseen(place)


def is_one_file(arguments: list[str]) -> bool:
    """Whether this is what a double click on a file of ours gives: its name, alone."""
    return len(arguments) == 1 and arguments[0].lower().endswith(OPENED)


def _window(place: Home, file: str) -> int:
    from microstructure_desktop.app import run

    # What an export holds is for the animator: there is nothing to show of it here.
    given = Path(file).resolve()
    return run(
        place,
        backup=given if file.lower().endswith(BACKUP) else None,
        update=given if file.lower().endswith(UPDATE) else None,
    )


def _unforeseen(place: Home) -> int:
    log.set_up(place.journaux)
    logging.getLogger(__name__).exception("unforeseen failure")  # noqa: LOG004 -- called while handling
    print(
        "Une panne imprévue est arrivée ; rien de ce qui était enregistré n’est perdu. "
        f"Son lieu est noté dans {place.journaux}.",
        file=sys.stderr,
    )
    return 70
