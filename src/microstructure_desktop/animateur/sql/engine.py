"""Reach the database of the register: SQLite on this computer, or a PostgreSQL server by URL."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, OperationalError

from microstructure_desktop.animateur.errors import (
    RegisterAddress,
    RegisterDriverMissing,
    RegisterPassword,
    RegisterTooNew,
    RegisterUnavailable,
)

from .tables import VERSION, metadata, version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

Database = Engine
POSTGRESQL, SQLITE = "postgresql", "sqlite"
_BUSY_SECONDS = 30.0
_WRITERS = 0x4D534D41
"""One writer at a time on a server, as on a file: « MSMA » names our lock there."""
_SECRETS = {"password", "sslpassword"}
"""What PostgreSQL also reads after the « ? » of an address."""
_PRAGMAS = ("journal_mode = wal", "synchronous = full", "foreign_keys = on", "trusted_schema = off")


def connect(address: str) -> Engine:
    """An engine for a URL, its tables made when there are none.

    Raises:
        RegisterAddress, RegisterPassword: not a URL of ours.
        RegisterDriverMissing: PostgreSQL was not installed with the program.
        RegisterUnavailable: nothing answers there.
        RegisterTooNew: made by a later version of the program.
    """
    url = _url(address)
    try:
        engine = _engine(url)
    except ModuleNotFoundError:
        raise RegisterDriverMissing from None
    try:
        _own(url)
        with writing(engine) as connection:
            _prepare(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def of_file(path: Path) -> str:
    """The address of a file, whatever its name holds."""
    return URL.create(SQLITE, database=str(path)).render_as_string()


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        raise RegisterAddress from None
    if url.password or _SECRETS & {name.casefold() for name in url.query}:
        raise RegisterPassword
    if url.drivername in {POSTGRESQL, f"{POSTGRESQL}+psycopg"}:
        return url.set(drivername=f"{POSTGRESQL}+psycopg")
    if url.drivername != SQLITE or not url.database or url.database == ":memory:":
        raise RegisterAddress
    return url


def _engine(url: URL) -> Engine:
    """No value of a row is ever written in an error."""
    if url.get_backend_name() == POSTGRESQL:
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _own(url: URL) -> None:
    """A new file that nobody else reads; SQLite gives what it writes beside it the same rights.

    Raises:
        RegisterUnavailable
    """
    if url.get_backend_name() == SQLITE and url.database:
        try:
            os.close(os.open(url.database, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError:
            raise RegisterUnavailable from None


def _set_up(connection: Any, _record: object) -> None:
    """Transactions are begun by us: the driver begins none before a reading."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"pragma {pragma}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("begin immediate" if immediate else "begin")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One state of the register for several readings, whoever writes meanwhile.

    Raises:
        RegisterUnavailable
    """
    if engine.dialect.name == POSTGRESQL:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with _translated(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """All or nothing, and one at a time.

    Raises:
        RegisterUnavailable: nothing was written.
    """
    engine = engine.execution_options(immediate=True)
    with _translated(), engine.begin() as connection:
        if engine.dialect.name == POSTGRESQL:
            connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
        yield connection


@contextmanager
def _translated() -> Iterator[None]:
    """What the disk, the file or the server did; a row that the database refuses is a defect."""
    try:
        yield
    except (OperationalError, InterfaceError):
        raise RegisterUnavailable from None
    except DatabaseError as failure:
        if type(failure) is not DatabaseError:
            raise
        raise RegisterUnavailable from None


def _prepare(connection: Connection) -> None:
    if not inspect(connection).has_table(version.name):
        metadata.create_all(connection)
        connection.execute(version.insert().values(id=1, numero=VERSION))
    elif connection.execute(version.select()).one().numero != VERSION:
        raise RegisterTooNew
