"""documents: print a month's minutes, blank fiches, the annual report or the legal file."""

import argparse
from pathlib import Path

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import dossier_legal, fiches_vierges, passphrase, rapport
from .french import Commands


class NoMeeting(AppError):
    sentence = "Aucune réunion de synthèse n’a été tenue ce mois-là."
    way_out = "Vérifiez le mois, écrit AAAA-MM."


def month(text: str) -> Mois:
    """Argparse type: « 2026-10 »."""
    try:
        return Mois.lire(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"« {text} » n’est pas un mois ; écrivez AAAA-MM, par exemple 2026-10"
        ) from None


def add_to(commands: Commands) -> None:
    family = commands.add_parser("documents", help="produire un document")
    kinds = family.add_subparsers(dest="kind", required=True, metavar="DOCUMENT")
    synthese = kinds.add_parser("synthese", help="compte rendu de la réunion d’un mois")
    synthese.add_argument("--mois", type=month, required=True, metavar="AAAA-MM")
    synthese.add_argument("--sortie", type=Path, required=True, metavar="FICHIER")
    passphrase.add_to(synthese)
    synthese.set_defaults(run=run)
    fiches_vierges.add_to(kinds)
    rapport.add_to(kinds)
    dossier_legal.add_to(kinds)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import documents, syntheses, unlock

    office = passphrase.open_office(options, place)
    try:
        lignes = [x for x in syntheses.reunions(office).lignes if x.jour in options.mois]
        if not lignes:
            raise NoMeeting
        document = documents.minutes(office, lignes[0].id)
        documents.deliver(office, document, options.sortie)
    finally:
        unlock.close(office)
    print(f"Compte rendu enregistré : {options.sortie}")
    return 0
