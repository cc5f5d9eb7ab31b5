"""Read a backup as a restoration would, and change nothing anywhere."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from . import checks, engine, guards, keyring, keys, msmabak, own_files
from .acces_chain import AccesChain
from .backup_failures import (
    BackupDamaged,
    BackupNoRoom,
    BackupOtherKey,
    BackupUnreadable,
    not_written,
)
from .backup_folder import BENCH
from .chain import Chain
from .chain_keys import ChainKeys
from .checks import Check
from .failures import KeyringDamaged, StoreDamaged
from .keyring import Keyring
from .keys import DatabaseKey
from .msmabak import Head, Manifeste

_LAST = "select seq, mac from revision order by seq desc limit 1"
_COUNTS = "select (select count(*) from patient), (select max(at) from revision)"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound backup holds; `derniere_saisie` None when nothing was ever entered.

    `formulaires`: how many files the cabinet wrote. `journal`: what is wrong with its access log,
    as a sentence; "" when nothing is.
    """

    manifeste: Manifeste
    patients: int
    derniere_saisie: datetime | None
    formulaires: int = 0
    journal: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """Each check that was done, in order; `contents` None unless all of them are sound."""

    checks: tuple[Check, ...]
    contents: Contents | None


def read(path: Path, key: DatabaseKey, workshop: Path) -> Contents:
    """Read a backup again, whole, from its medium: it could be restored.

    Raises:
        NotABackup, BackupTooNew, BackupDamaged, BackupUnreadable, StoreTooNew
    """
    examined = examine(path, key, workshop)
    for check in examined.checks:
        if check.failure is not None:
            raise check.failure
    assert examined.contents is not None
    return examined.contents


def examine(path: Path, key: DatabaseKey | None, workshop: Path) -> Examined:
    """Every check of a backup, up to the one that leaves nothing to check; without a key, two."""
    workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
    contents: list[Contents] = []
    with bench(workshop) as place:
        done = tuple(_checked(path, place / guards.NAME, key, contents))
    return Examined(done, contents[0] if contents else None)


def _checked(
    path: Path, database: Path, key: DatabaseKey | None, contents: list[Contents]
) -> Iterator[Check]:
    heads: list[Head] = []
    yield (check := checks.run("fichier", lambda: heads.append(extract(path, database))))
    if check.failure is not None:
        return
    (head,) = heads
    if key is None:
        yield checks.run("trousseau", lambda: _readable(head))
        return
    yield (check := checks.run("trousseau", lambda: vouch(head, key)))
    if check.failure is not None:
        return
    own: list[int] = []
    yield (check := checks.run("formulaires", lambda: own.append(len(own_files.loads(head.own)))))
    found: list[Check] = [check]
    for check in of_extracted(head, database, key):
        yield check
        found.append(check)
    if all(check.failure is None for check in found):
        with reading(database, key) as connection:
            said = checks.warnings(found)
            contents.append(Contents(head.manifeste, *counts(connection), own[0], said))


def of_extracted(head: Head, database: Path, key: DatabaseKey) -> Iterator[Check]:
    """The checks of the database that came out of a backup."""
    opened: list[Any] = []
    check = checks.run("ouverture", lambda: opened.append(_opened(head, database, key)))
    yield _of_backup(check)
    if check.failure is not None:
        return
    (connection,) = opened
    try:
        secrets = ChainKeys(connection, key)
        chain, acces = Chain(secrets, ""), AccesChain(secrets, "")
        for check in checks.of_database(connection, chain, acces):
            yield _of_backup(check)
        yield checks.run("etiquette", lambda: _agree(head.manifeste, connection))
    finally:
        connection.close()


def look(path: Path) -> Head:
    """What a file says of itself, without a key.

    Raises:
        NotABackup, BackupTooNew, BackupDamaged, BackupUnreadable
    """
    try:
        return msmabak.look(path)
    except OSError:
        raise BackupUnreadable from None


def extract(path: Path, database: Path) -> Head:
    """Write the database that a file holds.

    Raises:
        NotABackup, BackupTooNew, BackupDamaged, BackupUnreadable, BackupNoRoom
    """
    try:
        return msmabak.extract(path, database)
    except OSError as error:
        failure = not_written(error)
        raise failure if isinstance(failure, BackupNoRoom) else BackupUnreadable from None


def accounts(head: Head) -> Keyring:
    """Who may open it.

    Raises:
        BackupDamaged, KeyringTooNew
    """
    try:
        return keyring.loads(head.ring)
    except KeyringDamaged:
        raise BackupDamaged("trousseau") from None


def vouch(head: Head, key: DatabaseKey) -> None:
    """The key file in it is the key's, and its label was written by who has the key.

    Raises:
        BackupOtherKey, BackupDamaged
    """
    ring = accounts(head)
    try:
        keys.verify(ring, key)
    except KeyringDamaged:
        raise BackupOtherKey from None
    if not head.manifeste.vouched(key) or head.manifeste.store_id != ring.store_id:
        raise BackupDamaged("sceau")


def counts(connection: Any) -> tuple[int, datetime | None]:
    patients, last = connection.execute(_COUNTS).fetchone()
    return patients, datetime.fromtimestamp(last / 1000, UTC) if last else None


def last(connection: Any) -> tuple[int, str]:
    """The number and the MAC of the last revision."""
    seq, mac = connection.execute(_LAST).fetchone() or (0, b"")
    return seq, mac.hex()


@contextmanager
def bench(workshop: Path) -> Iterator[Path]:
    """A folder of one's own for as long as it takes."""
    place = Path(tempfile.mkdtemp(prefix=BENCH, dir=workshop))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def reading(database: Path, key: DatabaseKey) -> Iterator[Any]:
    connection = engine.connect_to_read(database, key)
    try:
        with engine.translated():
            yield connection
    finally:
        connection.close()


def _opened(head: Head, database: Path, key: DatabaseKey) -> Any:
    connection = engine.connect_to_read(database, key)
    try:
        guards.identity(connection, head.manifeste.store_id)
    except BaseException:
        connection.close()
        raise
    return connection


def _readable(head: Head) -> None:
    accounts(head)


def _agree(manifeste: Manifeste, connection: Any) -> None:
    schema = connection.execute("pragma user_version").fetchone()[0]
    if (schema, *last(connection)) != (manifeste.schema, manifeste.seq, manifeste.empreinte):
        raise BackupDamaged("sceau")


def _of_backup(check: Check) -> Check:
    """The same words, but about a backup: the store itself has nothing."""
    if isinstance(check.failure, StoreDamaged):
        return Check(check.name, BackupDamaged(check.failure.check))
    return check
