"""Create, open and close a cabinet; give back an Office."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Cabinet, Membre
from microstructure_desktop.domain.ids import MembreId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.store import keyring, swap
from microstructure_desktop.store.failures import WrongPassphrase
from microstructure_desktop.store.keyring import Account

from . import attempts, comptes, retrait
from .equipe import NouveauMembre, membre_of
from .office import Cost, Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .reference import Reference

__all__ = [
    "AccountSuspended",
    "CabinetExists",
    "Door",
    "FolderRefused",
    "WrongPassphrase",
    "as_member",
    "close",
    "create_cabinet",
    "door",
    "exists",
    "open_cabinet",
    "utc_now",
    "warm_up",
]

Clock = Callable[[], datetime]
DEFAULT_COST = Cost()
STORE = "store.db"  # its module would load the whole database before the unlock page


def utc_now() -> datetime:
    return datetime.now(UTC)


class CabinetExists(AppError):
    sentence = "Un cabinet existe déjà dans ce dossier."
    way_out = "Ouvrez-le, ou choisissez un autre dossier."


class AccountSuspended(AppError):
    sentence = "Ce compte est suspendu : il n’ouvre plus le cabinet."
    way_out = "La personne qui gère les comptes peut le réactiver, dans « Équipe et droits »."


class FolderRefused(AppError):
    sentence = "Le dossier des données ne peut pas être créé à cet endroit."
    way_out = "Choisissez un autre dossier avec --home, ou demandez le droit d’y écrire."


@dataclass(frozen=True, slots=True)
class Door:
    """What the unlock page shows before anything is open; who is suspended is not there."""

    cabinet: str
    accounts: tuple[Account, ...]


def exists(home: Home) -> bool:
    """Whether there is a cabinet here; a replacement of it that was interrupted is ended first."""
    try:
        swap.recover(home.coffre)
    except AppError:
        return True  # `door` says what stands in the way
    # Without its key file, a store is a cabinet that cannot be opened, not an empty folder.
    return keyring.exists(home.coffre) or (home.coffre / STORE).exists()


def on_removable(home: Home) -> bool:
    """Whether the cabinet is on a stick, where nothing is refused but more is at stake."""
    from microstructure_desktop.store import places

    return places.removable(home.root)


def door(home: Home) -> Door:
    """Read the key file alone: no database, no cryptography.

    Raises:
        AppError: the key file is missing, damaged or newer than this software.
    """
    swap.recover(home.coffre)
    ring = keyring.load(home.coffre)
    return Door(ring.cabinet, tuple(account for account in ring.accounts if account.actif))


def create_cabinet(
    home: Home,
    cabinet: Cabinet,
    createur: NouveauMembre,
    passphrase: str,
    *,
    cost: Cost = DEFAULT_COST,
    now: Clock = utc_now,
) -> Office:
    """A new encrypted store, its key file and its first account.

    Raises:
        CabinetExists, AppError: the folder refuses it.
    """
    from microstructure_desktop.store import keys
    from microstructure_desktop.store.store import Store

    from . import reference

    if exists(home):
        raise CabinetExists
    membre = membre_of(MembreId(new_id()), createur)
    account = Account(membre.id, membre.nom_complet, membre.role.value)
    kdf = cost.parameters()
    cost = replace(cost, kdf=kdf)  # measured once for the first accounts
    ring, key, personal = keys.create(cabinet.nom, account, passphrase, kdf, cost.bounds())
    try:
        home.coffre.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise FolderRefused from None
    store = Store.create(home.coffre, key, ring.store_id)
    with store.begin(membre.id, now()) as work:
        work.cabinet.save(cabinet)
        work.equipe.save(membre)
    keyring.save(home.coffre, ring)
    known = reference.load(home.formulaires, region=cabinet.region)
    office = Office(home, store, key, membre, personal, known, now, cost)
    return _entered(office)


def open_cabinet(
    home: Home,
    membre_id: MembreId,
    passphrase: str,
    *,
    cost: Cost = DEFAULT_COST,
    now: Clock = utc_now,
) -> Office:
    """Open the store with one account's passphrase.

    Raises:
        WrongPassphrase: and nothing was touched.
        AccountSuspended: the passphrase is right, and opens nothing any more.
        AppError: the store is damaged, newer, in use, read-only or the disk is full.
    """
    from microstructure_desktop.store import keys
    from microstructure_desktop.store.store import Store

    ring = keyring.load(home.coffre)
    try:
        key, personal = keys.unlock(ring, membre_id, passphrase, cost.bounds())
    except WrongPassphrase:
        attempts.note(home, membre_id, now())
        raise
    swap.recover(home.coffre)  # another window may have begun to replace it since the door
    store = Store.open(home.coffre, key, ring.store_id)
    try:
        with store.read() as work:
            membre = _active(work, membre_id)
            known = _known(home, work)
    except AppError as refusal:
        store.close()
        if isinstance(refusal, AccountSuspended):
            attempts.note(home, membre_id, now())
        raise
    office = Office(home, store, key, membre, personal, known, now, cost)
    comptes.follow(office)
    return _entered(office)


def _known(home: Home, work: "Work") -> "Reference":
    """What is shipped and the cabinet's own, of which a restoration that was cut owes some."""
    from microstructure_desktop.store import own_files_back

    from . import reference

    own_files_back.settle(home.coffre)
    kept = reference.Kept(work.definitions.scales(), work.definitions.forms())
    return reference.load(home.formulaires, kept, work.cabinet.get().region)


def as_member(office: Office, membre_id: MembreId, passphrase: str) -> Office:
    """The same open store with another account at the keyboard.

    Raises:
        WrongPassphrase: the passphrase is not that account's.
        AccountSuspended: it is suspended.
    """
    from microstructure_desktop.store import keys

    _, personal = keys.unlock(
        keyring.load(office.home.coffre), membre_id, passphrase, office.cost.bounds()
    )
    with office.store.read() as work:
        membre = _active(work, membre_id)
    return _entered(replace(office, membre=membre, personal=personal))


def _active(work: "Work", membre_id: MembreId) -> Membre:
    membre = work.equipe.get(membre_id)
    if not membre.actif:
        raise AccountSuspended
    return membre


def _entered(office: Office) -> Office:
    from microstructure_desktop.store import former_stores

    from . import effacement_registre, journal

    retrait.oublier_ancien(office.home)
    former_stores.sweep(office.home.root)
    effacement_registre.completer(office)
    journal.begin_session(office)
    return office


def warm_up() -> None:
    """Import now, while nobody waits, what opening a cabinet and its first page need."""
    import microstructure_desktop.services.accueil
    import microstructure_desktop.services.patients
    import microstructure_desktop.store.store  # noqa: F401 -- loading is all that is wanted

    from . import shipped

    shipped.shipped()


def close(office: Office) -> None:
    """Checkpoint, close, and forget the keys."""
    office.store.close()
    office.key.wipe()
    office.personal.wipe()
