"""Put a backup in the place of the store, from the window, the unlock page or a blank computer."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Acces, Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.store import keyring
from microstructure_desktop.store.keyring import Account

from . import restauration_cle, sauvegardes
from .access import AccessDenied, Permission, allowed, check
from .effacement_registre import marques
from .office import Cost, Office
from .restauration_cle import Plan, Suite
from .secret_sauvegarde import BackupOtherKey, Secret, opened
from .unlock import DEFAULT_COST, utc_now

if TYPE_CHECKING:
    from microstructure_desktop.store.backup_reading import Contents
    from microstructure_desktop.store.checks import Check
    from microstructure_desktop.store.erased import Efface
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.msmabak import Head
    from microstructure_desktop.store.restore import Made
    from microstructure_desktop.store.swap import Swap

FEUILLE = MembreId("feuille-de-secours")
"""Who restored, when it is whoever had the recovery sheet."""


@dataclass(frozen=True, slots=True)
class Regard:
    """What a file says without any secret; `comptes`: the accounts that may open it."""

    cabinet: str
    comptes: tuple[Account, ...]
    faite_le: datetime
    genre: Genre


@dataclass(frozen=True, slots=True)
class Apercu:
    """What would be put in place; `derniere_saisie` None when nothing was ever entered.

    `formulaires`: how many forms, scales and programmes the cabinet had written.
    `journal`: what is wrong with its access log, as a sentence; "" when nothing is.
    `suite`: what changed in the cabinet since.
    """

    cabinet: str
    comptes: tuple[Account, ...]
    patients: int
    derniere_saisie: datetime | None
    faite_le: datetime
    schema: int
    formulaires: int = 0
    journal: str = ""
    suite: Suite = field(default_factory=Suite)


@dataclass(frozen=True, slots=True)
class Bilan:
    """What is in place now, read back; `garde`: where the former store is, None without one.

    `partis`: the names of who was put out of its team again.
    `formulaires_gardes`: where the cabinet's own files are that differed from those of the backup.
    `formulaires_en_attente`: the disk refused these; the next opening puts them back.
    """

    apercu: Apercu
    garde: Path | None
    formulaires_gardes: Path | None = None
    formulaires_en_attente: bool = False
    partis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparee:
    """A store ready to take the place: `terminer` it, or `abandonner` it."""

    apercu: Apercu
    made: "Made"
    key: "DatabaseKey"
    swap: "Swap"
    at: datetime
    pending: ExitStack


def regarder(chemin: Path) -> Regard:
    """Read the head of a backup.

    Raises:
        AppError: it is no backup, is damaged or newer than this software.
    """
    from microstructure_desktop.store import backup_reading

    head = backup_reading.look(chemin)
    ring = backup_reading.accounts(head)
    comptes = tuple(account for account in ring.accounts if account.actif)
    return Regard(ring.cabinet, comptes, head.manifeste.faite_le, head.manifeste.genre)


def apercu(home: Home, chemin: Path, secret: Secret, *, cost: Cost = DEFAULT_COST) -> Apercu:
    """Read all of a backup and say what is in it; nothing is changed.

    Raises:
        WrongPassphrase, AppError: it would not be restored.
    """
    from microstructure_desktop.store import backup_reading, restore

    head = backup_reading.look(chemin)
    restore.check_known(head)
    key, _ = opened(head, secret, cost)
    place = restauration_cle.dehors(home, head, key, secret, cost)
    said = restauration_cle.suite(head, place, restauration_cle.code_of(head, secret))
    return _apercu(head, backup_reading.read(chemin, key, home.sauvegardes), said)


def examiner(
    home: Home, chemin: Path, secret: Secret | None, *, cost: Cost = DEFAULT_COST
) -> "tuple[Check, ...]":
    """The verdict of each check of a backup; without a secret, of those that need none.

    Raises:
        WrongPassphrase, AppError: it cannot be opened at all.
    """
    from microstructure_desktop.store import backup_reading

    key = opened(backup_reading.look(chemin), secret, cost)[0] if secret else None
    return backup_reading.examine(chemin, key, home.sauvegardes).checks


def preparer(
    home: Home,
    chemin: Path,
    secret: Secret,
    *,
    cost: Cost = DEFAULT_COST,
    now: Callable[[], datetime] = utc_now,
) -> Preparee:
    """Make the store that will take the place, beside the one in place, which may stay open.

    Raises:
        AccessDenied: there is a cabinet here, and this account may not replace it.
        AppError: nothing was changed.
    """
    from microstructure_desktop.store import backup_reading, restore

    head = backup_reading.look(chemin)
    restore.check_known(head)
    key, compte = opened(head, secret, cost)
    if compte is not None and keyring.exists(home.coffre) and not _may(home, head, compte):
        raise AccessDenied
    at, par = now(), compte.id if compte else FEUILLE
    place = restauration_cle.dehors(home, head, key, secret, cost)
    plan = restauration_cle.plan(head, key, place, secret, at)
    return _prepared(home, chemin, key, (plan, par, at))


def preparer_ouvert(office: Office, chemin: Path, secret: Secret | None = None) -> Preparee:
    """The same from inside, after a backup of what is there; without a secret, with our own key.

    Close the office, then `terminer`.

    Raises:
        AccessDenied
        BackupOtherKey: it needs a secret of its time.
        AppError: nothing was changed.
    """
    from microstructure_desktop.store import backup_reading, keys, restore
    from microstructure_desktop.store.keys import DatabaseKey

    check(office, Permission.RESTAURER)
    head = backup_reading.look(chemin)
    restore.check_known(head)
    if secret:
        key, _ = opened(head, secret, office.cost)
    elif keys.vouches(backup_reading.accounts(head), office.key):
        key = DatabaseKey(office.key.raw)  # ours will be wiped before it ends
    else:
        raise BackupOtherKey
    sauvegardes.par_precaution(office, Genre.AVANT_RESTAURATION)
    with office.store.read() as work:
        known = frozenset(marques(work))
    place, at = restauration_cle.dedans(office, head), office.now()
    plan = restauration_cle.plan(head, key, place, secret, at)
    return _prepared(office.home, chemin, key, (plan, office.membre.id, at), known)


def suite(office: Office, chemin: Path) -> Suite:
    """What restoring it would change in the open cabinet, read from its head.

    Raises:
        AccessDenied
        AppError: it is no backup, is damaged or newer than this software.
    """
    from microstructure_desktop.store import backup_reading

    check(office, Permission.RESTAURER)
    head = backup_reading.look(chemin)
    return restauration_cle.suite(head, restauration_cle.dedans(office, head))


def terminer(home: Home, preparee: Preparee) -> Bilan:
    """Put it in place, open it and find in it what was announced; no store may be open here.

    Raises:
        AppError: the former store is in its place.
    """
    from microstructure_desktop.store import erased, own_files_back, restore

    with preparee.pending:
        restore.check_free(home.coffre)
        if preparee.made.effaces:
            # Before the swap: a cut after it would leave the register behind its store.
            with suppress(OSError):  # `verify` tells it, the next erasure writes it
                erased.add(home.root, preparee.made.effaces)
        kept = preparee.swap.replace(restore.REASON, preparee.at)
        try:
            restore.read_back(home.coffre, preparee.key, preparee.made)
        except AppError:
            restore.give_back(home.coffre, kept)
            raise
        finally:
            preparee.key.wipe()
        own = own_files_back.settle(home.coffre)
    gone = tuple(membre.nom_complet for membre in preparee.made.gone)
    return Bilan(preparee.apercu, kept, own.kept, own.waiting, gone)


def abandonner(preparee: Preparee) -> None:
    """Forget what was prepared."""
    preparee.pending.close()


def restaurer(
    home: Home,
    chemin: Path,
    secret: Secret,
    *,
    cost: Cost = DEFAULT_COST,
    now: Callable[[], datetime] = utc_now,
) -> Bilan:
    """All at once, where no store is open.

    Raises:
        AppError: the former store, if there was one, is in its place.
    """
    return terminer(home, preparer(home, chemin, secret, cost=cost, now=now))


def _prepared(
    home: Home,
    chemin: Path,
    key: "DatabaseKey",
    how: tuple[Plan, MembreId, datetime],
    known: "frozenset[Efface]" = frozenset(),
) -> Preparee:
    from microstructure_desktop.store import backup_reading, erased, restore
    from microstructure_desktop.store.swap import Swap

    plan, par, at = how
    with ExitStack() as stack:
        swap = stack.enter_context(Swap(home.coffre))
        register = erased.read(home.root) | erased.read(chemin.parent) | known
        head = backup_reading.look(chemin)
        done = Acces(at, par, Action.RESTAURATION)
        target = restore.Target(swap, register, at, plan.under, done, plan.partis)
        made = restore.prepare(chemin, key, target)
        if plan.under and plan.under.key:
            key.wipe()
            key = plan.under.key
        said = _apercu(head, made.contents, plan.suite)
        return Preparee(said, made, key, swap, at, stack.pop_all())


def _apercu(head: "Head", contents: "Contents", suite: Suite) -> Apercu:
    from microstructure_desktop.store import backup_reading

    ring = backup_reading.accounts(head)
    return Apercu(
        ring.cabinet,
        ring.accounts,
        contents.patients,
        contents.derniere_saisie,
        contents.manifeste.faite_le,
        contents.manifeste.schema,
        contents.formulaires,
        journal=contents.journal,
        suite=suite,
    )


def _may(home: Home, head: "Head", account: Account) -> bool:
    """As the account is here today, unless nobody can tell: it may have gone since."""
    here = restauration_cle.en_place(home, head)
    if here is not None:
        known = next((a for a in here.accounts if a.id == account.id and a.actif), None)
        if known is None:
            return False
        account = known
    try:
        return allowed(Role(account.role), Permission.RESTAURER)
    except ValueError:  # a role of a later version
        return False
