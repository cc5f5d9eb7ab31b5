"""What is checked before a record is shown: the file, then the database, then its history."""

import errno
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from microstructure_desktop.errors import AppError

from . import migrations
from .failures import (
    DiskFailure,
    DiskFull,
    FolderReadOnly,
    StoreBehind,
    StoreDamaged,
    StoreMissing,
    StoreNotEncrypted,
)
from .tables import KINDS
from .witness import Confirmed

NAME = "store.db"
NOTE = "verrou"
PAGE = 4096
PLAINTEXT = b"SQLite format 3\0"
ROOM = 20 * 2**20
ALWAYS_COMPLETE = 60 * 2**20
COMPLETE_EVERY_DAYS = 7

_ALL_HEADS = (
    "select r.kind, r.seq, r.payload from revision r "
    "join (select max(seq) as last from revision group by entity) h "
    "on h.last = r.seq where r.op <> 'void' and r.payload is not null"
)
_SCHEMA = (
    "select type, name, tbl_name, sql from sqlite_schema "
    "where name not like 'sqlite\\_%' escape '\\' order by type, name"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the file says without a key; `unclean` when the last session did not close it."""

    size: int
    unclean: bool


def look(folder: Path) -> Look:
    """Read the file from outside, before connecting.

    Later would be too late: closing any descriptor of the file drops SQLite's own locks on it.
    """
    path = folder / NAME
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(len(PLAINTEXT))
    except OSError:
        raise StoreMissing from None
    wal = folder / f"{NAME}-wal"
    unclean = wal.exists() and wal.stat().st_size > 0
    # A power cut may leave half a page at the end, of which the journal has the whole; if it has
    # not, the checks of what was read find it.
    if size == 0 or (size % PAGE and not unclean):
        raise StoreDamaged("taille")
    if header == PLAINTEXT:
        raise StoreNotEncrypted
    writable(folder)
    return Look(size, unclean)


def writable(folder: Path) -> None:
    """Opening the note is the proof: access rights alone say little on Windows."""
    try:
        with (folder / NOTE).open("ab"):
            pass
    except OSError as error:
        raise refused(error) from None


def refused(error: OSError) -> AppError:
    """What a failed write in the folder means."""
    known = {errno.ENOSPC: DiskFull, errno.EDQUOT: DiskFull, errno.EIO: DiskFailure}
    return known.get(error.errno or 0, FolderReadOnly)()


def room(folder: Path, needed: int = ROOM) -> None:
    """Refuse to start what may not find the room to end."""
    if shutil.disk_usage(folder).free < needed:
        raise DiskFull


def complete(seen: Look, past: Confirmed | None, today: int) -> bool:
    """Whether to read the whole file: always, except a large one checked days ago."""
    if seen.size <= ALWAYS_COMPLETE or seen.unclean or past is None:
        return True
    return not 0 <= today - past.checked < COMPLETE_EVERY_DAYS


def identity(connection: Any, store_id: str) -> str:
    """The device that writes here, once the file is known to be the key file's store."""
    meta = dict(connection.execute("select key, value from meta"))
    if meta.get("store_id") != store_id or not meta.get("device"):
        raise StoreDamaged("coffre")
    return str(meta["device"])


def schema(connection: Any, version: int = migrations.CURRENT) -> Iterator[str]:
    """Tables, indexes and triggers are exactly those the migrations make."""
    if _fingerprint(connection) != _expected(version):
        yield "schema"


def content(connection: Any) -> Iterator[str]:
    """Neither check is enough alone: one misses free pages, the other a cut between two pages."""
    yield from structure(connection)
    yield from integrity(connection)


def structure(connection: Any) -> Iterator[str]:
    if connection.execute("pragma quick_check").fetchall() != [("ok",)]:
        yield "structure"


def integrity(connection: Any) -> Iterator[str]:
    if connection.execute("pragma cipher_integrity_check").fetchall():
        yield "integrite"


def witnessed(connection: Any, past: Confirmed | None) -> None:
    """Refuse a store that lost what was confirmed, or whose past differs from the witness's."""
    if past is None or past.seq == 0:
        return
    last = connection.execute("select coalesce(max(seq), 0) from revision").fetchone()[0]
    if past.seq > last:
        raise StoreBehind(past.seq - last)
    found = connection.execute("select mac from revision where seq = ?", (past.seq,)).fetchone()
    if found != (past.mac,):
        raise StoreDamaged("temoin")


def projections(connection: Any) -> Iterator[str]:
    """Every list is what the latest revisions say, no more, no less."""
    expected: dict[str, set[tuple[Any, ...]]] = {kind.name: set() for kind in KINDS}
    known = {kind.name: kind for kind in KINDS}
    try:
        # In one pass: kind by kind, the whole history would be deciphered as many times.
        for name, seq, payload in connection.execute(_ALL_HEADS):
            if name in known:
                expected[name].add(known[name].row(known[name].decode(payload), seq))
    except msgspec.DecodeError:
        yield "projection"
        return
    if any(set(connection.execute(kind.rows)) != expected[kind.name] for kind in KINDS):
        yield "projection"


def _fingerprint(connection: Any) -> bytes:
    return hashlib.sha256(repr(connection.execute(_SCHEMA).fetchall()).encode()).digest()


@cache
def _expected(version: int) -> bytes:
    """Made by running the migrations once more, in memory, on no data at all."""
    blank = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(blank, _nothing_to_fill, version)
        return _fingerprint(blank)
    finally:
        blank.close()


def _nothing_to_fill(_connection: Any, _names: Iterable[str]) -> None:
    """A store without a record has no list to fill again."""
