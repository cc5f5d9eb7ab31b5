"""forms: check and show definitions, write them out to FHIR R4 and read them from it."""

import argparse
import sys
from datetime import date
from pathlib import Path

from microstructure_desktop.paths import Home

from . import forms_check, forms_preview, passphrase
from .french import Commands


def add_to(commands: Commands) -> None:
    family = commands.add_parser("forms", help="définitions des fiches")
    kinds = family.add_subparsers(dest="kind", required=True, metavar="ACTION")
    forms_check.add_to(kinds)
    forms_preview.add_to(kinds)
    _add_to_fhir(kinds)
    _add_from_fhir(kinds)


def _add_to_fhir(kinds: Commands) -> None:
    command = kinds.add_parser("to-fhir", help="écrire les définitions au format FHIR R4")
    command.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    command.add_argument(
        "--patient",
        type=int,
        metavar="NUMERO",
        help="numéro d’un dossier : écrire aussi ses fiches, en clair",
    )
    passphrase.add_to(command)
    command.set_defaults(run=to_fhir)


def _add_from_fhir(kinds: Commands) -> None:
    command = kinds.add_parser("from-fhir", help="reprendre un questionnaire FHIR R4")
    command.add_argument("fichier", type=Path, metavar="FICHIER", help="questionnaire en JSON")
    command.add_argument("--sortie", type=Path, required=True, metavar="FICHIER")
    command.add_argument(
        "--remplacer", action="store_true", help="remplacer le fichier de sortie s’il existe"
    )
    command.set_defaults(run=from_fhir)


def to_fhir(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import echange_fiches, reference, unlock

    if options.patient is None:
        known = reference.load(place.formulaires)
        files = echange_fiches.definitions(known.forms.forms.values())
    else:
        office = passphrase.open_office(options, place)
        try:
            answers = echange_fiches.reponses(office, options.patient)
            every = echange_fiches.definitions(office.reference.forms.forms.values())
        finally:
            unlock.close(office)
        files = tuple(dict.fromkeys((*every, *answers)))
    written = echange_fiches.ecrire(files, options.sortie)
    print(f"{len(written)} fichiers écrits dans {options.sortie}")
    if options.patient is not None:
        print(
            "Ces fichiers ne sont pas chiffrés et contiennent des données de santé : "
            "gardez-les en lieu sûr, puis effacez-les."
        )
    return 0


def from_fhir(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.forms.fhir.errors import Refused
    from microstructure_desktop.services import echange_fiches, reference

    known = reference.load(place.formulaires)
    try:
        form = echange_fiches.reprendre(options.fichier, known, date.today())  # noqa: DTZ011
    except Refused as refused:
        for fault in refused.faults:
            print(fault, file=sys.stderr)
        raise
    echange_fiches.ecrire_definition(form, options.sortie, remplacer=options.remplacer)
    print(f"Définition écrite : {options.sortie}")
    print(
        f"{len(form.groups)} rubriques, {len(form.questions)} questions. Relisez le métier, "
        "l’étape et la date d’effet avant de l’installer."
    )
    return 0
