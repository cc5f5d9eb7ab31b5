"""Open a SQLCipher file with its key, set it up for lasting saves, and hand it to SQLAlchemy."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from microstructure_desktop.errors import AppError

from .failures import (
    DiskFailure,
    DiskFull,
    FolderReadOnly,
    StoreBusy,
    StoreDamaged,
    StoreFailure,
    StoreMissing,
    StoreTooNew,
    StoreUnsupported,
)
from .keys import DatabaseKey
from .migrations import CURRENT
from .migrations.m0001_initial import APPLICATION_ID

SQLITE_WITHOUT_WAL_RESET_BUG = (3, 51, 3)
SQLCIPHER = (4, 6, 0)
BUSY_SECONDS = 2.0
"""Long enough for the process that locks its screen to let go of the file."""

PRAGMAS: dict[str, tuple[str, str | int]] = {
    "journal_mode": ("wal", "wal"),
    "synchronous": ("full", 2),
    "fullfsync": ("on", 1),
    "checkpoint_fullfsync": ("on", 1),
    "wal_autocheckpoint": ("200", 200),
    "foreign_keys": ("on", 1),
    "recursive_triggers": ("on", 1),
    "secure_delete": ("on", 1),
    "temp_store": ("memory", 2),
    "trusted_schema": ("off", 0),
    "cell_size_check": ("on", 1),
    "cache_size": ("-65536", -65536),
}
"""What to ask for, and what must be read back."""


def connect(path: Path, key: DatabaseKey, *, create: bool = False) -> Any:
    """A DBAPI connection that holds the file for itself."""
    return _connect(path, key, "rwc" if create else "rw")


def connect_to_read(path: Path, key: DatabaseKey) -> Any:
    """The same to a file that nobody writes, of which not one byte will change."""
    return _connect(path, key, "ro")


def in_use(path: Path) -> bool:
    """Whether another process holds the file; never asked from one that has it open itself."""
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS
    )
    try:
        connection.execute("select 1 from sqlite_schema").fetchall()
    except dbapi2.Error as error:
        # Without its key, a free file is not a database.
        return isinstance(_failure(error), StoreBusy)
    finally:
        connection.close()
    return False


def versions() -> tuple[str, str]:
    """Of SQLite and of SQLCipher, whatever is open."""
    connection = dbapi2.connect(":memory:")
    try:
        (cipher,) = connection.execute("pragma cipher_version").fetchone()
    finally:
        connection.close()
    return dbapi2.sqlite_version, cipher.split()[0]


def _connect(path: Path, key: DatabaseKey, mode: str) -> Any:
    if dbapi2.sqlite_version_info < SQLITE_WITHOUT_WAL_RESET_BUG:
        raise StoreUnsupported
    with translated():
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
        )
        try:
            _unlock(connection, key)
            if mode != "rwc":
                _recognise(connection)
            if mode == "ro":
                connection.execute(f"pragma cache_size = {PRAGMAS['cache_size'][0]}")
            else:
                _set_up(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def engine_over(connection: Any) -> Engine:
    """SQLAlchemy over that one connection; every transaction takes the write lock at once."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLite's errors into ours: no statement, no value goes further."""
    try:
        yield
    except DBAPIError as error:
        raise _failure(error.orig) from None
    except dbapi2.Error as error:
        raise _failure(error) from None


def checkpoint(connection: Any) -> None:
    """Fold the write-ahead log into the file and empty it."""
    connection.execute("pragma wal_checkpoint(truncate)").fetchall()


def _begin_immediate(connection: Connection) -> None:
    connection.connection.cursor().execute("begin immediate")


def _unlock(connection: Any, key: DatabaseKey) -> None:
    raw = key.raw.hex()
    # Any other length would silently be taken for a passphrase.
    if not re.fullmatch(r"[0-9a-f]{64}", raw):
        raise StoreUnsupported
    connection.set_key(f"x'{raw}'".encode())
    connection.execute("pragma cipher_log_level = none")
    row = connection.execute("pragma cipher_version").fetchone()
    version = tuple(int(n) for n in row[0].split()[0].split(".")) if row else ()
    if version < SQLCIPHER:
        raise StoreUnsupported
    connection.execute("pragma locking_mode = exclusive")


def _recognise(connection: Any) -> None:
    """Before anything that may write: is it ours, and do we know this version of it."""
    if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreDamaged("identite")
    if connection.execute("pragma user_version").fetchone()[0] > CURRENT:
        raise StoreTooNew


def _set_up(connection: Any) -> None:
    for name, (asked, _) in PRAGMAS.items():
        connection.execute(f"pragma {name} = {asked}").fetchall()
    connection.execute("begin immediate")
    connection.execute("commit")
    for name, (_, expected) in PRAGMAS.items():
        if connection.execute(f"pragma {name}").fetchone()[0] != expected:
            raise StoreUnsupported
    if connection.execute("pragma locking_mode").fetchone()[0] != "exclusive":
        raise StoreUnsupported


def _failure(error: BaseException | None) -> AppError:
    code = str(getattr(error, "sqlite_errorname", None) or type(error).__name__)
    known = _FAILURES.get(code.removeprefix("SQLITE_").partition("_")[0])
    return known() if known else StoreFailure(code)


_FAILURES: dict[str, Callable[[], AppError]] = {
    "BUSY": StoreBusy,
    "FULL": DiskFull,
    "READONLY": FolderReadOnly,
    "CANTOPEN": StoreMissing,
    "IOERR": DiskFailure,
    # The key file has proved the key right: it is the file that is wrong.
    "NOTADB": partial(StoreDamaged, "page"),
    "CORRUPT": partial(StoreDamaged, "page"),
    "CONSTRAINT": partial(StoreDamaged, "ecriture"),
}
