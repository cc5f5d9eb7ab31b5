"""documents rapport: write the annual report, for the team or for outside, as PDF or DOCX."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.rapport_annuel import Section, Version
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import output, passphrase
from .french import Commands
from .year import year

if TYPE_CHECKING:
    from microstructure_desktop.services.documents import Document
    from microstructure_desktop.services.office import Office

_EXTENSIONS = (".pdf", ".docx")


class FormatUnknown(AppError):
    sentence = "Le rapport s’écrit en PDF ou en DOCX."
    way_out = "Donnez à --sortie un nom qui finit par .pdf ou par .docx."


def add_to(kinds: Commands) -> None:
    command = kinds.add_parser("rapport", help="rapport annuel d’activité")
    command.add_argument("--annee", type=year, required=True, metavar="AAAA")
    command.add_argument(
        "--version",
        choices=[v.value for v in Version],
        required=True,
        help="interne (chiffres exacts, marquée) ou diffusable (protégée, inscrite au registre)",
    )
    command.add_argument(
        "--sortie",
        type=Path,
        required=True,
        metavar="FICHIER",
        help=".pdf ou .docx ; un fichier déjà là n’est jamais remplacé",
    )
    command.add_argument(
        "--avec-vignettes", action="store_true", help="diffusable : y mettre aussi les vignettes"
    )
    command.add_argument(
        "--relu", action="store_true", help="diffusable : les textes ont été relus, sans nom"
    )
    passphrase.add_to(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import documents, unlock

    path: Path = options.sortie
    if path.suffix.lower() not in _EXTENSIONS:
        raise FormatUnknown
    output.check_free(path)
    office = passphrase.open_office(options, place)
    try:
        document = _made(options, office)
        documents.deliver(office, document, path)
    finally:
        unlock.close(office)
    print(f"Rapport {options.annee}, version {options.version}, enregistré : {path}")
    if options.version == Version.INTERNE:
        print("Chiffres exacts : à ne pas diffuser hors de l’équipe.")
    return 0


def _made(options: argparse.Namespace, office: "Office") -> "Document":
    from microstructure_desktop.services import rapport_diffusable, rapport_documents
    from microstructure_desktop.services.rapport_documents import Format

    format_ = Format(options.sortie.suffix.lower().removeprefix("."))
    if options.version == Version.INTERNE:
        return rapport_documents.interne(office, options.annee, format_)
    vignettes = options.avec_vignettes
    try:
        return rapport_documents.diffuser(
            office, options.annee, format_, vignettes=vignettes, relu=options.relu
        )
    except rapport_diffusable.NamesDoubted:
        doubted = rapport_diffusable.doutes(office, options.annee, vignettes=vignettes)
        for where, words in doubted.items():
            print(f"{_place(where)} : {words or 'un nom'}", file=sys.stderr)
        raise


def _place(where: str) -> str:
    from microstructure_desktop.services.rapport_plan import plan

    if where not in list(Section):
        return "Tableau des financeurs"
    return next(p.titre for p in plan().parties if p.section == where)
