"""Make a backup of an open store; it gets its name once it was read again."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from microstructure_desktop import __version__
from microstructure_desktop.domain.sauvegarde import Genre

from . import backup_folder, backup_reading, engine, files, guards, keyring, msmabak, own_files
from .backup_failures import BackupDisk, BackupNoRoom, BackupUnreadable, MediumGone, not_written
from .failures import DiskFailure, DiskFull, StoreMissing
from .keys import DatabaseKey
from .msmabak import Manifeste

FOLDER = "sauvegardes"
"""Beside the store's own; also where a database being verified lies, encrypted as it is."""
_AT = "select mac from revision where seq = ?"
_WAITING = "select min(at) from revision where seq > ? and kind not in ('support', 'exercice')"
"""What notes where copies are, and that they were tried, is nothing that somebody entered."""
_TYPED = "select min(at) from draft where at > ?"


@dataclass(frozen=True, slots=True)
class Source:
    """An open store: `coffre` is its folder.

    `own`: the cabinet's own files, as the backup carried them of which this is the content; None:
    those that are beside the store.
    """

    connection: Any
    key: DatabaseKey
    coffre: Path
    own: bytes | None = None

    @property
    def workshop(self) -> Path:
        return self.coffre.with_name(FOLDER)

    def carried(self) -> bytes:
        if self.own is not None:
            return self.own
        return own_files.part(self.coffre.with_name(own_files.FOLDER))


def make(source: Source, folder: Path, genre: Genre, at: datetime) -> Path:
    """Copy the store into a new file of a folder, which gets its name once it was read again.

    Raises:
        BackupNoRoom, BackupReadOnly, MediumGone, BackupDisk: this place will not do.
        StoreDamaged, BackupDamaged: what was written is not what can be read.
    """
    try:
        source.workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
        backup_folder.sweep(source.workshop)
        backup_folder.sweep(folder)
        ring = keyring.dumps(keyring.load(source.coffre))
        with backup_reading.bench(source.workshop) as place, _kept_apart():
            snapshot = place / "copie.db"
            _room(source, source.workshop, 2)
            _room(source, folder, 1)
            with engine.translated():
                source.connection.execute("vacuum into ?", (str(snapshot),))
            own = source.carried()
            manifeste = _manifeste(snapshot, source.key, own_files.digest(own), genre, at)
            return _pack(manifeste, (ring, own), snapshot, folder, source)
    except OSError as error:
        raise not_written(error) from None


def waiting_since(connection: Any, manifeste: Manifeste) -> datetime | None:
    """When the first of what a backup does not hold was saved: a revision, or a text being typed.

    One made before another was restored may be of a history that went on otherwise: it holds
    nothing for sure.
    """
    found = connection.execute(_AT, (manifeste.seq,)).fetchone() or (b"",)
    known = manifeste.seq if found[0].hex() == manifeste.empreinte else 0
    ((saved,),) = connection.execute(_WAITING, (known,)).fetchall()
    made = int(manifeste.faite_le.timestamp() * 1000)
    ((typed,),) = connection.execute(_TYPED, (made,)).fetchall()
    at = min((one for one in (saved, typed) if one), default=None)
    return datetime.fromtimestamp(at / 1000, UTC) if at else None


def _pack(
    manifeste: Manifeste, parts: tuple[bytes, bytes], snapshot: Path, folder: Path, source: Source
) -> Path:
    path = backup_folder.free(folder, manifeste)
    draft = path.with_name(f".{path.name}{backup_folder.DRAFT}")
    try:
        draft.unlink(missing_ok=True)  # of a key that was pulled out
        msmabak.write(draft, manifeste.sealed(source.key), *parts, snapshot)
        snapshot.unlink()
        backup_reading.read(draft, source.key, source.workshop)
        files.rename(draft, path)
        files.flush_folder(folder)
    except BackupUnreadable:
        raise MediumGone from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


def _manifeste(snapshot: Path, key: DatabaseKey, own: str, genre: Genre, at: datetime) -> Manifeste:
    with backup_reading.reading(snapshot, key) as connection:
        schema = connection.execute("pragma user_version").fetchone()[0]
        seq, mac = backup_reading.last(connection)
        ((store_id,),) = connection.execute("select value from meta where key = 'store_id'")
    return Manifeste(store_id, genre, at.astimezone(UTC), schema, __version__, seq, mac, own)


@contextmanager
def _kept_apart() -> Iterator[None]:
    """What the database refused while copying is about this disk, not about what was entered."""
    try:
        yield
    except DiskFull:
        raise BackupNoRoom from None
    except (DiskFailure, StoreMissing):
        raise BackupDisk from None


def _room(source: Source, folder: Path, times: int) -> None:
    pages = source.connection.execute("pragma page_count").fetchone()[0]
    others = keyring.MAX_BYTES + own_files.LARGEST
    if shutil.disk_usage(folder).free < times * pages * guards.PAGE + others:
        raise BackupNoRoom
