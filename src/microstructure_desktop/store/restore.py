"""Make a store out of a backup, in a folder of its own that nothing uses until it is complete."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from microstructure_desktop.domain.acces import Acces
from microstructure_desktop.domain.ids import MembreId, new_id

from . import (
    backup_reading,
    checks,
    engine,
    files,
    guards,
    keyring,
    migrations,
    own_files_back,
    rebuild,
    replay,
    rescue,
)
from .backup_failures import BackupNoRoom, RestoreFailed, not_written
from .backup_reading import Contents
from .erased import Efface
from .failures import StoreBusy, StoreTooNew
from .keys import DatabaseKey
from .msmabak import Head
from .store import Store
from .swap import Swap

REASON = "avant-restauration"
REFUSED = ".refuse"
_DEVICE = "update meta set value = ? where key = 'device'"


@dataclass(frozen=True, slots=True)
class Target:
    """`register`: who was erased since the backup was made, `removed` who left the team since.
    `at`: now.
    """

    swap: Swap
    register: Collection[Efface]
    at: datetime
    removed: Collection[MembreId] = ()


def check_known(head: Head) -> None:
    """Refuse, before anything is written, what a newer program made.

    Raises: StoreTooNew
    """
    if head.manifeste.schema > migrations.CURRENT:
        raise StoreTooNew


def prepare(path: Path, key: DatabaseKey, target: Target) -> Contents:
    """Fill the new folder: extracted, checked, brought up, without whoever was erased since.

    Raises:
        AppError: the store in place was not touched.
    """
    try:
        head = backup_reading.look(path)
        check_known(head)
        folder = target.swap.new
        guards.room(folder, 2 * head.length + guards.ROOM)
        database = folder / guards.NAME
        head = backup_reading.extract(path, database)
        backup_reading.vouch(head, key)
        for check in backup_reading.of_extracted(head, database, key):
            if check.failure is not None:
                raise check.failure
        ring = backup_reading.accounts(head)
        keyring.save(folder, rescue.without(ring, key, target.removed))
        _bring_up(database, key)
        contents = _opened_once(folder, key, head, target)
        own = own_files_back.leave(folder, head.own, REASON, target.at)
        return replace(contents, formulaires=own)
    except OSError as error:
        failure = not_written(error)
        raise RestoreFailed("place" if isinstance(failure, BackupNoRoom) else "disque") from None


def read_back(folder: Path, key: DatabaseKey, expected: Contents, done: Acces) -> None:
    """Open what was put in place as anybody will, find in it what was announced, and note it.

    Raises:
        RestoreFailed: it is not the same.
    """
    store = Store.open(folder, key, expected.manifeste.store_id)
    try:
        if store.counts() != (expected.patients, expected.derniere_saisie):
            raise RestoreFailed("relecture")
        store.log(done)
    finally:
        store.close()


def check_free(folder: Path) -> None:
    """Refuse to put a store in the place of one that a window shows.

    Raises: StoreBusy
    """
    database = folder / guards.NAME
    if database.exists() and engine.in_use(database):
        raise StoreBusy


def give_back(folder: Path, kept: Path | None) -> None:
    """Put the former folder back, if any; what was refused stays beside, under another name."""
    refused = (kept or folder).with_name((kept or folder).name + REFUSED)
    files.rename(folder, refused)
    if kept is not None:
        files.rename(kept, folder)
    files.flush_folder(folder.parent)


def _bring_up(database: Path, key: DatabaseKey) -> None:
    """To the current version. It is another device from now on: its history goes on by itself."""
    connection = engine.connect(database, key)
    try:
        with engine.translated():
            migrations.migrate(connection, rebuild.rebuild)
            connection.execute("begin immediate")
            connection.execute(_DEVICE, (new_id(),))
            connection.execute("commit")
            engine.checkpoint(connection)
    finally:
        connection.close()


def _opened_once(folder: Path, key: DatabaseKey, head: Head, target: Target) -> Contents:
    store = Store.open(folder, key, head.manifeste.store_id)
    try:
        replay.replay(store, target.register, target.at)
        found = list(store.checks())
        if any(check.failure for check in found):
            raise RestoreFailed("verification")
        patients, last = store.counts()
    finally:
        store.close()
    return Contents(head.manifeste, patients, last, journal=checks.warnings(found))
