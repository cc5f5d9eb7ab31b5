"""Make a backup forget whoever was erased since: it is made again, verified, put in its place."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from . import backup, backup_reading, engine, files, guards, keyring, keys, replay
from .backup import Source
from .backup_failures import BackupOtherKey, not_written
from .erased import Efface
from .failures import KeyringDamaged
from .keyring import Keyring
from .keys import DatabaseKey
from .msmabak import Head
from .store import Store

_STORE = "coffre"


@dataclass(frozen=True, slots=True)
class Cleaning:
    """`register`: who was erased. `keys`: those that the store has and had. `workshop`: where a
    backup is opened, beside the store.
    """

    register: Collection[Efface]
    keys: Iterable[DatabaseKey]
    workshop: Path
    at: datetime


def rewrite(path: Path, cleaning: Cleaning) -> bool:
    """Whether somebody had to be taken out of a backup; otherwise not one of its bytes changes.

    Its name, its reason and its day stay. It is replaced once the new one was read again.

    Raises:
        BackupOtherKey: it is under a key that nobody here has.
        AppError: it is there as it was.
    """
    try:
        cleaning.workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
        with backup_reading.bench(cleaning.workshop) as bench:
            place = bench / _STORE
            place.mkdir(mode=0o700)
            head = backup_reading.extract(path, place / guards.NAME)
            key = key_of(backup_reading.accounts(head), cleaning.keys)
            backup_reading.vouch(head, key)
            keyring.save(place, backup_reading.accounts(head))
            store_id = head.manifeste.store_id
            if not _forgotten(place, key, store_id, cleaning, compact=False):
                return False
            put_in_place(path, place, key, head)
    except OSError as error:
        raise not_written(error) from None
    return True


def forget(folder: Path, cleaning: Cleaning) -> bool:
    """The same for a whole former store, kept beside the present one.

    Raises:
        BackupOtherKey: it is under a key that nobody here has.
    """
    ring = keyring.load(folder)
    key = key_of(ring, cleaning.keys)
    return _forgotten(folder, key, ring.store_id, cleaning, compact=True)


def _forgotten(
    folder: Path, key: DatabaseKey, store_id: str, cleaning: Cleaning, *, compact: bool
) -> bool:
    store = Store.open(folder, key, store_id)
    try:
        done = replay.replay(store, cleaning.register, cleaning.at, compact=compact)
        return bool(done.patients)
    finally:
        store.close()


def put_in_place(path: Path, place: Path, key: DatabaseKey, head: Head) -> None:
    """Make the backup again from the store of a folder; it takes the place of the former one."""
    connection = engine.connect(place / guards.NAME, key)
    try:
        source = Source(connection, key, place, head.own)
        said = head.manifeste
        made = backup.make(source, path.parent, said.genre, said.faite_le)
    finally:
        connection.close()
    files.rename(made, path)
    files.flush_folder(path.parent)


def key_of(ring: Keyring, known: Iterable[DatabaseKey]) -> DatabaseKey:
    """The key of those that a key file was made with.

    Raises:
        BackupOtherKey
    """
    for key in known:
        try:
            keys.verify(ring, key)
        except KeyringDamaged:
            continue
        return key
    raise BackupOtherKey
