"""share: seal a month into a folder, and take the animator's receipt in."""

import argparse
from pathlib import Path

from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import passphrase
from .documents import month
from .french import Commands


class NotWritten(AppError):
    way_out = "Le mois reste scellé dans la boîte d’envoi : choisissez un autre dossier."


class ReceiptMissing(AppError):
    sentence = "Ce fichier d’accusé ne peut pas être lu."
    way_out = "Vérifiez le nom du fichier, et que la clé est branchée."


def add_to(commands: Commands) -> None:
    family = commands.add_parser("share", help="envois mensuels à l’animateur régional")
    kinds = family.add_subparsers(dest="kind", required=True, metavar="ACTION")
    prepare = kinds.add_parser(
        "prepare",
        help="sceller un mois et l’écrire dans un dossier",
        description="Scelle un mois terminé pour l’animateur régional et écrit le fichier .msma "
        "dans un dossier. Le même mois, inchangé, donne toujours le même fichier.",
    )
    prepare.add_argument("--mois", type=month, required=True, metavar="AAAA-MM")
    prepare.add_argument("--sortie", type=Path, required=True, metavar="DOSSIER")
    passphrase.add_to(prepare)
    prepare.set_defaults(run=run)
    accuse = kinds.add_parser("accuse", help="importer un accusé de réception de l’animateur")
    accuse.add_argument("fichier", type=Path, metavar="FICHIER", help="fichier .msma-ack")
    passphrase.add_to(accuse)
    accuse.set_defaults(run=receive)


def run(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.domain.boite_envoi import ABOUTI
    from microstructure_desktop.services import envois, expedition, expedition_mots, unlock

    office = passphrase.open_office(options, place)
    try:
        pli = envois.sceller(office, options.mois)
        tentative = expedition.a_remettre(office, pli.paquet, dossier=options.sortie)
        passages = expedition.deposer(tentative)
        expedition.noter(office, tentative, passages)
    finally:
        unlock.close(office)
    depot = passages[-1].depot
    if depot.resultat not in ABOUTI:
        why = expedition_mots.dit(depot.resultat.value, depot.detail.value)
        raise NotWritten(f"Le fichier n’a pas pu être écrit : {why}.")
    print(f"Mois {options.mois} scellé et écrit : {options.sortie / pli.nom}")
    return 0


def receive(options: argparse.Namespace, place: Home) -> int:
    from microstructure_desktop.services import accuses, unlock

    try:
        data = options.fichier.read_bytes()
    except OSError:
        raise ReceiptMissing from None
    office = passphrase.open_office(options, place)
    try:
        lu = accuses.importer(office, data)
    finally:
        unlock.close(office)
    refused = accuses.refus(lu.accuse)
    if refused is not None:
        print(f"Mois {lu.pli.periode} refusé. " + " ".join(refused))
    else:
        print(f"Mois {lu.pli.periode} reçu par l’animateur.")
    return 0
