"""Copy a whole database under another key; the one in use is only read."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import chain_keys, engine, files, guards
from .failures import StoreDamaged
from .keys import DatabaseKey

_TABLES = (
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'"
)
_HEADER = ("application_id", "user_version")


def copy(
    connection: Any,
    folder: Path,
    former: DatabaseKey,
    key: DatabaseKey,
    others: Iterable[DatabaseKey] = (),
) -> None:
    """A store under `key` in an empty folder, with the same history and the same numbers.

    `others`: see `chain_keys.keep`.

    Raises:
        DiskFull, DiskFailure
        StoreDamaged: the copy does not hold all that there was.
    """
    path = folder / guards.NAME
    try:
        with files.create(path):
            pass  # for its owner alone, and so its journal
    except OSError as error:
        raise guards.refused(error) from None
    with engine.translated():
        export(connection, path, key)
    made = engine.connect(path, key)
    try:
        with engine.translated():
            made.execute("begin immediate")
            chain_keys.keep(made, former, others)
            made.execute("commit")
            engine.checkpoint(made)
    finally:
        made.close()
    files.flush(path)


def export(connection: Any, path: Path, key: DatabaseKey) -> None:
    """Every table, with its triggers and its rows as they are."""
    connection.execute("attach ? as copie key ?", (str(path), f"x'{key.raw.hex()}'"))
    try:
        connection.execute("select sqlcipher_export('copie')").fetchall()
        for name in _HEADER:
            ((value,),) = connection.execute(f"pragma main.{name}").fetchall()
            connection.execute(f"pragma copie.{name} = {value:d}")
        tables = [table for (table,) in connection.execute(_TABLES).fetchall()]
        _compare(connection, "main", "copie", tables)
    finally:
        connection.execute("detach copie")


def _compare(connection: Any, one: str, other: str, tables: Iterable[str]) -> None:
    for table in tables:
        if _count(connection, f"{one}.{table}") != _count(connection, f"{other}.{table}"):
            raise StoreDamaged("structure")


def _count(connection: Any, table: str) -> int:
    ((rows,),) = connection.execute(f"select count(*) from {table}").fetchall()  # noqa: S608
    return int(rows)
