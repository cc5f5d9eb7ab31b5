"""documents fiche-vierge, fiches-vierges: what a cabinet prints to go on without its computer."""

import argparse
from pathlib import Path

from microstructure_desktop.errors import AppError
from microstructure_desktop.french import count
from microstructure_desktop.paths import Home

from . import passphrase
from .french import Commands


class NoModel(AppError):
    sentence = "Aucun modèle de fiche ne porte ce nom."
    way_out = "Lancez « documents fiches-vierges » : chaque fichier porte le nom de son modèle."


def add_to(kinds: Commands) -> None:
    one = kinds.add_parser("fiche-vierge", help="un modèle de fiche, à remplir à la main")
    one.add_argument("--modele", required=True, metavar="NOM")
    one.add_argument("--sortie", type=Path, required=True, metavar="FICHIER")
    passphrase.add_to(one)
    one.set_defaults(run=run_one)
    every = kinds.add_parser("fiches-vierges", help="tous les modèles, un fichier pour chacun")
    every.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    passphrase.add_to(every)
    every.set_defaults(run=run_every)


def run_one(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import documents, unlock

    office = passphrase.open_office(options, place)
    try:
        if office.reference.forms.get(options.modele) is None:
            raise NoModel
        document = documents.fiche_vierge(office, options.modele)
        documents.deliver(office, document, options.sortie)
    finally:
        unlock.close(office)
    print(f"Fiche vierge enregistrée : {options.sortie}")
    return 0


def run_every(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import documents, unlock

    folder: Path = options.sortie
    office = passphrase.open_office(options, place)
    try:
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            raise documents.DocumentNotWritten from None
        forms = office.reference.forms.latest()
        for form in forms:
            document = documents.fiche_vierge(office, form.id)
            documents.deliver(office, document, folder / document.fichier)
    finally:
        unlock.close(office)
    print(f"{count(len(forms), 'fiche vierge')} dans {folder}")
    return 0
