"""Make backups and former stores again under the present key: who left opens none of them."""

import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError

from . import backup_folder, backup_reading, engine, guards, keyring, keys, rekey, swap
from .backup_failures import not_written
from .backup_rewrite import key_of, put_in_place
from .keyring import Keyring
from .keys import DatabaseKey
from .swap import Swap


@dataclass(frozen=True, slots=True)
class Present:
    """The key file and the key of today, those before, and where a backup is opened.

    `gone`: who was taken out of the team.
    """

    ring: Keyring
    key: DatabaseKey
    former: Collection[DatabaseKey]
    workshop: Path
    gone: Collection[MembreId] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """What became of its backups. `refusees`: a file's name, and why it is as it was."""

    faites: int = 0
    refusees: tuple[tuple[str, str], ...] = ()


def bring_up(folder: Path, present: Present) -> Folder:
    """Every backup of this store in a folder that is under a former key, one after the other."""
    done, refused = 0, []
    for path, _ in backup_folder.listed(folder):
        try:
            done += is_former(path, present) and _again(path, present)
        except AppError as refusal:
            refused.append((path.name, refusal.sentence))
    return Folder(done, tuple(refused))


def bring_up_stores(coffre: Path, present: Present, reason: str, at: datetime) -> Folder:
    """The same for the stores that a restoration put aside beside the present one."""
    done, refused = 0, []
    for folder in swap.former(coffre):
        try:
            done += _store_again(folder, present, reason, at)
        except AppError as refusal:
            refused.append((folder.name, refusal.sentence))
    return Folder(done, tuple(refused))


def left(coffre: Path, present: Present) -> Iterator[Path]:
    """The backups and former stores of this computer that are under a former key all the same."""
    for path, _ in backup_folder.listed(present.workshop):
        with suppress(AppError):
            if is_former(path, present):
                yield path
    for folder in swap.former(coffre):
        with suppress(AppError):
            if _opens_to_who_left(keyring.load(folder), present):
                yield folder


def _store_again(folder: Path, present: Present, reason: str, at: datetime) -> bool:
    if not (folder / guards.NAME).is_file():
        return False
    ring = keyring.load(folder)
    if not _opens_to_who_left(ring, present):
        return False
    key = key_of(ring, present.former)
    with Swap(folder) as made:
        connection = engine.connect(folder / guards.NAME, key)
        try:
            rekey.copy(connection, made.new, key, present.key)
        finally:
            connection.close()
        keyring.save(made.new, present.ring)
        kept = made.replace(reason, at)
    if kept is not None:
        shutil.rmtree(kept, ignore_errors=True)
    return True


def is_former(path: Path, present: Present) -> bool:
    """Whether a backup of this store is under a key that somebody who left may have.

    Raises:
        AppError: nobody can tell, or open it.
    """
    return _opens_to_who_left(backup_reading.accounts(backup_reading.look(path)), present)


def _opens_to_who_left(ring: Keyring, present: Present) -> bool:
    """A restoration may leave copies under the key that it put aside: who left never had it."""
    if ring.store_id != present.ring.store_id or keys.vouches(ring, present.key):
        return False
    known = any(keys.vouches(ring, key) for key in present.former)
    return known or any(slot.id in present.gone for slot in ring.slots)


def _again(path: Path, present: Present) -> bool:
    """The same contents, name, reason and day; replaced once the new one was read again.

    Raises:
        BackupOtherKey: it is under a key that nobody here has.
        AppError: it is there as it was.
    """
    try:
        present.workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
        with backup_reading.bench(present.workshop) as bench:
            former, place = bench / "ancien.db", bench / "coffre"
            place.mkdir(mode=0o700)
            head = backup_reading.extract(path, former)
            key = key_of(backup_reading.accounts(head), present.former)
            backup_reading.vouch(head, key)
            connection = engine.connect(former, key)
            try:
                rekey.copy(connection, place, key, present.key)
            finally:
                connection.close()
            keyring.save(place, present.ring)
            put_in_place(path, place, present.key, head)
    except OSError as error:
        raise not_written(error) from None
    return True
