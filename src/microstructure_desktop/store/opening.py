"""Make a store, or open one through every guard, in the only order that is safe."""

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.sauvegarde import Genre

from . import backup, engine, files, guards, migrations, places, rebuild
from .acces_chain import NOTHING, AccesChain, Head
from .chain import Chain, Tip
from .chain_keys import ChainKeys
from .failures import StoreBusy, StoreDamaged, StoreExists
from .keys import DatabaseKey
from .witness import Confirmed, Witness

_META = "insert into meta (key, value) values (?, ?)"
_held: set[Path] = set()
"""Folders of the stores this process has open."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that passed every guard, and where its history and its access log end."""

    folder: Path
    connection: Any
    chain: Chain
    tip: Tip
    witness: Witness
    acces: AccesChain
    head: Head


def create(folder: Path, key: DatabaseKey, store_id: str) -> None:
    """Write a new empty store; it bears its name only once it is whole on the disk."""
    places.refuse_shared(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / guards.NAME
    if path.exists():
        raise StoreExists
    guards.writable(folder)
    guards.room(folder)
    draft = path.with_name(f"{guards.NAME}.nouveau")
    for left in (draft, draft.with_name(f"{draft.name}-wal")):
        left.unlink(missing_ok=True)
    with files.create(draft):
        pass  # for its owner alone, and so its journal
    connection = engine.connect(draft, key, create=True)
    try:
        with engine.translated():
            migrations.migrate(connection, rebuild.rebuild)
            connection.execute("begin immediate")
            connection.executemany(_META, [("store_id", store_id), ("device", new_id())])
            connection.execute("commit")
            engine.checkpoint(connection)
    finally:
        connection.close()
    files.rename(draft, path)
    files.flush_folder(folder)


def open_checked(folder: Path, key: DatabaseKey, store_id: str) -> Opened:
    """A damaged, foreign, newer or older file never gets as far as showing a record."""
    places.refuse_shared(folder)
    folder = folder.resolve()
    if folder in _held:
        # A look at the file from here would drop the locks this very process has on it.
        raise StoreBusy
    seen = guards.look(folder)
    note = folder / guards.NOTE
    try:
        connection = engine.connect(folder / guards.NAME, key)
    except StoreBusy:
        raise StoreBusy(note.read_text(encoding="utf-8", errors="replace")) from None
    witness = Witness(folder, key, store_id)
    _held.add(folder)
    try:
        past, today = witness.read(), datetime.now(UTC).toordinal()
        whole = guards.complete(seen, past, today)
        with engine.translated():
            device = guards.identity(connection, store_id)
            _bring_up(connection, key, folder)
            _refuse(guards.schema(connection))
            engine.checkpoint(connection)
            secrets = ChainKeys(connection, key)
            chain = Chain(secrets, device)
            tip = _history(connection, chain, past, whole=whole)
            acces = AccesChain(secrets, device)
            head = acces.head(connection, past.acces if past else NOTHING)
        witness.start(tip, head, today if whole or past is None else past.checked)
        note.write_text(platform.node(), encoding="utf-8")
        return Opened(folder, connection, chain, tip, witness, acces, head)
    except OSError as error:
        release(folder, connection, witness)
        raise guards.refused(error) from None
    except BaseException:
        release(folder, connection, witness)
        raise


def _bring_up(connection: Any, key: DatabaseKey, folder: Path) -> None:
    """To the current version, but not without a verified backup of what there was."""
    version = connection.execute("pragma user_version").fetchone()[0]
    if version == migrations.CURRENT:
        return
    source = backup.Source(connection, key, folder)
    backup.make(source, source.workshop, Genre.AVANT_MIGRATION, datetime.now(UTC))
    migrations.migrate(connection, rebuild.rebuild)


def release(folder: Path, connection: Any, witness: Witness) -> None:
    """Let go of the file, whatever state it is in."""
    witness.close()
    connection.close()
    _held.discard(folder)


def _history(connection: Any, chain: Chain, past: Confirmed | None, *, whole: bool) -> Tip:
    if whole:
        _refuse(guards.content(connection))
        tip, problem = chain.read(connection)
        if problem:
            raise StoreDamaged(problem)
    else:
        tip = chain.last(connection)
    guards.witnessed(connection, past)
    return tip


def _refuse(problems: Iterator[str]) -> None:
    for problem in problems:
        raise StoreDamaged(problem)
