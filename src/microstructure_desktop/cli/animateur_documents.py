"""animateur report | remind | export: what is written from the register."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

from . import animateur_acces
from .animateur_output import new_files
from .documents import month
from .output import check_free
from .year import year

if TYPE_CHECKING:
    import argparse

    from microstructure_desktop.paths import Home

    from .french import Commands

_EXTENSIONS = (".pdf", ".xlsx")


class FormatUnknown(AppError):
    sentence = "Le rapport s’écrit en PDF ou en XLSX."
    way_out = "Donnez à --sortie un nom qui finit par .pdf ou par .xlsx."


def add_to(commands: Commands) -> None:
    _report(commands)
    _remind(commands)
    _export(commands)


def _report(commands: Commands) -> None:
    command = commands.add_parser("report", help="rapport annuel de la région")
    command.add_argument("--annee", type=year, required=True, metavar="AAAA")
    command.add_argument(
        "--sortie",
        type=Path,
        required=True,
        metavar="FICHIER",
        help=".pdf ou .xlsx ; un fichier déjà là n’est jamais remplacé",
    )
    animateur_acces.add_home(command)
    command.set_defaults(run=report)


def _remind(commands: Commands) -> None:
    command = commands.add_parser(
        "remind",
        help="relancer les structures dont des mois manquent",
        description="Écrit une lettre (PDF) et un message (.eml) par structure, et toutes les "
        "lettres en un seul fichier.",
    )
    command.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    animateur_acces.add_home(command)
    command.set_defaults(run=remind)


def _export(commands: Commands) -> None:
    command = commands.add_parser("export", help="chiffres de la région pour un autre logiciel")
    period = command.add_mutually_exclusive_group(required=True)
    period.add_argument("--mois", type=month, metavar="AAAA-MM")
    period.add_argument("--annee", type=year, metavar="AAAA")
    command.add_argument(
        "--format",
        choices=("fhir", "dhis2"),
        required=True,
        help="fhir : MeasureReport R4 ; dhis2 : dataValueSets",
    )
    command.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    animateur_acces.add_home(command)
    command.set_defaults(run=export)


def report(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import annee, workbook
    from microstructure_desktop.animateur import report as pdf

    path: Path = options.sortie
    if path.suffix.lower() not in _EXTENSIONS:
        raise FormatUnknown
    check_free(path)
    with animateur_acces.opened(place) as register, register.read() as work:
        read = annee.lire(work, options.annee, animateur_acces.today())
    now = datetime.now().astimezone()
    made = pdf.rapport if path.suffix.lower() == ".pdf" else workbook.xlsx
    new_files({path: made(read, now)})
    print(f"Rapport {options.annee} enregistré : {path}")
    return 0


def remind(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import reminders

    folder, today = options.sortie, animateur_acces.today()
    files: dict[Path, bytes] = {}
    with animateur_acces.opened(place) as register, register.read() as work:
        found = reminders.relances(work, today)
        for each in found:
            letter = reminders.lettres(work, (each,), today)
            files[folder / reminders.nom(each, ".pdf")] = letter
            files[folder / reminders.nom(each, ".eml")] = reminders.courriel(work, each, today)
        if found:
            files[folder / "relances.pdf"] = reminders.lettres(work, found, today)
    new_files(files)
    for each in found:
        owed = sorted({*each.mois, *(refus.mois for refus in each.refuses)})
        print(f"{each.structure.id} : {', '.join(map(str, owed))}")
    print(f"{len(found)} structure(s) à relancer.")
    return 0


def export(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.animateur import exports

    period = options.mois or options.annee
    format_ = exports.Format(options.format)
    with animateur_acces.opened(place) as register, register.read() as work:
        written = exports.exporter(work, period, format_, animateur_acces.today())
        path = options.sortie / exports.nom(work, period, format_)
    new_files({path: written})
    print(f"Chiffres écrits : {path}")
    return 0
