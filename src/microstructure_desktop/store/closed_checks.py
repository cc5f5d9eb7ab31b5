"""The checks of a store that refuses to open, on a copy: not one of its bytes changes."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from . import backup_reading, checks, engine, guards
from .acces_chain import NOTHING, AccesChain
from .chain import Chain
from .chain_keys import ChainKeys
from .checks import Check
from .keys import DatabaseKey
from .witness import Witness

_FILES = (guards.NAME, f"{guards.NAME}-wal")


def examine(folder: Path, key: DatabaseKey, store_id: str, workshop: Path) -> tuple[Check, ...]:
    """Each check, up to the one that leaves nothing to check; nobody may have it open."""
    try:
        workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
        with backup_reading.bench(workshop) as place:
            return tuple(_checked(folder, place, key, store_id))
    except OSError as error:
        return (Check("ouverture", guards.refused(error)),)


def _checked(folder: Path, place: Path, key: DatabaseKey, store_id: str) -> Iterator[Check]:
    yield (check := checks.run("ouverture", partial(_copied, folder, place, key, store_id)))
    if check.failure is not None:
        return
    past = Witness(folder, key, store_id).read()
    connection = engine.connect(place / guards.NAME, key)
    try:
        yield checks.run("journal", partial(engine.checkpoint, connection))
        secrets = ChainKeys(connection, key)
        chain, acces = Chain(secrets, ""), AccesChain(secrets, "")
        confirmed = past.acces if past else NOTHING
        yield from checks.of_database(connection, chain, acces, confirmed)
        yield checks.run("temoin", lambda: guards.witnessed(connection, past))
    finally:
        connection.close()


def _copied(folder: Path, place: Path, key: DatabaseKey, store_id: str) -> None:
    guards.look(folder)
    for name in _FILES:
        if (folder / name).exists():
            shutil.copyfile(folder / name, place / name)
    connection = engine.connect(place / guards.NAME, key)
    try:
        guards.identity(connection, store_id)
    finally:
        connection.close()
