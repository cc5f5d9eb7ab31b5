"""Try a way: leave there a small file that says nothing of anybody, and say what came of it."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.boite_envoi import ABOUTI
from microstructure_desktop.domain.canal import EN_LIGNE, Reglage, TypeCanal
from microstructure_desktop.errors import AppError

from . import journal
from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import CanalId
    from microstructure_desktop.exchange.channels.model import Depot

CONTENU = (
    "Essai d’une voie d’envoi par le logiciel Microstructure.\r\n"
    "Ce fichier ne contient aucune donnée et peut être supprimé.\r\n"
).encode()
SECONDES = 20.0
OK = "L’essai est réussi\xa0: un petit fichier sans donnée a été déposé."
_OTHER = "L’essai n’a pas abouti\xa0: le serveur n’a pas répondu comme attendu."
_SAID = {
    "adresse": "Cette adresse ne convient pas\xa0: copiez-la de nouveau.",
    "compte": "Le serveur refuse ce compte ou ce mot de passe.",
    "interdit": "Le serveur ne permet pas à ce compte de déposer un fichier.",
    "absent": "Ce dossier est introuvable\xa0: la clé n’est pas branchée, ou le lien a changé.",
    "lecture_seule": "Ce dossier est en lecture seule.",
    "plein": "Il n’y a plus de place à cet endroit.",
    "certificat": "L’identité de ce serveur n’est pas reconnue\xa0: parlez-en à l’animateur.",
    "cle_hote": "Ce serveur ne montre plus la clé confirmée\xa0: téléphonez à l’animateur.",
    "redirection": "Cette adresse renvoie ailleurs\xa0: demandez l’adresse à jour.",
    "coupure": "Le serveur est injoignable\xa0: vérifiez la connexion à Internet.",
    "delai": "Le serveur n’a pas répondu à temps\xa0: recommencez plus tard.",
    "relecture": "Ce qui a été relu n’est pas ce qui a été écrit\xa0: n’utilisez pas cette clé.",
}


class NotTriable(AppError):
    sentence = "Cette voie ne s’essaie pas."
    way_out = "Elle servira au premier envoi."


@dataclass(frozen=True, slots=True)
class Essai:
    """What leaves the store to be tried, on another thread."""

    reglage: Reglage
    nom: str


def essayable(reglage: Reglage) -> bool:
    """A message or a page is carried by a person; an address for one file would be used up."""
    if reglage.type is TypeCanal.HTTPS:
        return "{nom}" in reglage.adresse or reglage.adresse.endswith("/")
    return reglage.type in EN_LIGNE | {TypeCanal.DOSSIER}


def preparer(office: Office, canal_id: "CanalId") -> Essai:
    """Note that a way is tried; the file has another name each time, so that each try writes.

    Raises:
        NotTriable
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        reglage = work.canaux.get(canal_id)
        if not essayable(reglage):
            raise NotTriable
        journal.note(work, Action.ECHANGES, objet=canal_id, detail="voie_essayee")
    return Essai(reglage, f"essai-{secrets.token_hex(4)}.txt")


def essayer(essai: Essai, *, secondes: float = SECONDES) -> tuple[bool, str]:
    """Whether it worked, and a sentence; away from the store. A folder is left as it was."""
    from microstructure_desktop.exchange.channels import open_channel

    depot = open_channel(essai.reglage, timeout=secondes).put(essai.nom, CONTENU)
    if essai.reglage.type is TypeCanal.DOSSIER and depot.resultat in ABOUTI:
        with suppress(OSError):
            (Path(essai.reglage.adresse) / essai.nom).unlink(missing_ok=True)
    return dit(depot)


def dit(depot: "Depot") -> tuple[bool, str]:
    """Whether it worked, and a sentence."""
    if depot.resultat in ABOUTI:
        return True, OK
    return False, _SAID.get(depot.detail.value, _OTHER)


def cle_hote(adresse: str, *, secondes: float = SECONDES) -> str | None:
    """The key that an SFTP host shows, for a person to compare; None if it shows none."""
    from microstructure_desktop.exchange.channels import host_key_of

    try:
        return host_key_of(adresse.strip(), timeout=secondes)
    except ValueError:
        return None
