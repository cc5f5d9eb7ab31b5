"""Former stores, kept beside the cabinet when another took its place: said, and deleted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.errors import AppError

from . import effacement_copies, journal
from .access import Permission, allowed, check
from .effacement_copies import restant
from .office import Office

SUPPRIME = "ancien_coffre_supprime"


class Cle(StrEnum):
    """Which key a former store is under, as its key file says."""

    DU_CABINET = "du_cabinet"
    ANCIENNE = "ancienne"
    AUTRE_CABINET = "autre_cabinet"
    INCONNUE = "inconnue"


class NotDeleted(AppError):
    sentence = "Cet ancien coffre n’a pas pu être supprimé."
    way_out = "Vérifiez que rien d’autre ne le lit, puis réessayez."


@dataclass(frozen=True, slots=True)
class AncienCoffre:
    """`raison`: the code that its name bears, "" without one."""

    nom: str
    raison: str
    le: date | None
    octets: int
    cle: Cle


def anciens_coffres(office: Office) -> tuple[AncienCoffre, ...]:
    """Those that are kept here, the latest first."""
    check(office, Permission.SAUVEGARDES)
    from microstructure_desktop.store import former_stores

    return tuple(
        AncienCoffre(one.path.name, one.reason, one.le, one.octets, _cle(office, one.path))
        for one in former_stores.former(office.home.coffre)
    )


def supprimer(office: Office, nom: str) -> None:
    """Delete one for good; an erasure that was waiting for it is ended.

    Raises:
        AccessDenied
        NotDeleted: it is there as it was, or what is left of it goes at the next opening.
    """
    check(office, Permission.RESTAURER)
    from microstructure_desktop.store import former_stores, swap

    for path in swap.former(office.home.coffre):
        if path.name == nom:
            _out(path)
            journal.note(office, Action.SAUVEGARDE, detail=SUPPRIME)
    if former_stores.sweep(office.home.root):
        raise NotDeleted
    with office.store.read() as work:
        waits = restant(work).ici
    if waits and allowed(office.membre.role, Permission.DECIDER_CONSERVATION):
        effacement_copies.reprendre_ici(office)


def _out(path: Path) -> None:
    from microstructure_desktop.store import former_stores

    try:
        former_stores.put_out(path)
    except OSError:
        raise NotDeleted from None


def _cle(office: Office, path: Path) -> Cle:
    from microstructure_desktop.store import keyring, keys
    from microstructure_desktop.store.failures import KeyringDamaged

    try:
        ring = keyring.load(path)
        present = keyring.load(office.home.coffre)
    except AppError:
        return Cle.INCONNUE
    if ring.store_id != present.store_id:
        return Cle.AUTRE_CABINET
    try:
        keys.verify(ring, office.key)
    except KeyringDamaged:
        return Cle.ANCIENNE
    return Cle.DU_CABINET
