"""Store: the one door to the encrypted database, one transaction at a time, one thread."""

import logging
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from microstructure_desktop.domain.acces import Acces
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.revision import Change
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.errors import AppError

from . import backup, backup_reading, chain_keys, checks, engine, guards, opening, rekey
from .acces import AccessLog
from .acces_chain import NOTHING
from .checks import Check
from .failures import StoreDamaged
from .keys import DatabaseKey
from .msmabak import Manifeste
from .revisions import Revisions, Signature
from .work import Work

log = logging.getLogger(__name__)
MOST_WAITING = 1_000


class Store:
    """Made by `create` or `open`. It holds the file for itself until `close`."""

    def __init__(self, opened: opening.Opened) -> None:
        self._folder = opened.folder
        self._raw = opened.connection
        self._chain = opened.chain
        self._witness = opened.witness
        self._tip = opened.tip
        self._acces_chain = opened.acces
        self._head = opened.head
        self._waiting: deque[Acces] = deque(maxlen=MOST_WAITING)
        self._engine = engine.engine_over(opened.connection)
        self._connection = self._engine.connect()
        self._changed: set[str] = set()
        self._noted: dict[str, Change] | None = None

    @classmethod
    def create(cls, folder: Path, key: DatabaseKey, store_id: str) -> "Store":
        """A new empty store.

        Raises:
            StoreExists, FolderReadOnly, FolderShared, DiskFull
        """
        opening.create(folder, key, store_id)
        return cls.open(folder, key, store_id)

    @classmethod
    def open(cls, folder: Path, key: DatabaseKey, store_id: str) -> "Store":
        """Open after every check.

        Raises:
            StoreMissing, StoreDamaged, StoreNotEncrypted, StoreTooNew, StoreBusy, StoreBehind,
            FolderReadOnly, FolderShared, DiskFull
        """
        return cls(opening.open_checked(folder, key, store_id))

    @contextmanager
    def begin(self, author: MembreId, at: datetime) -> Iterator[Work]:
        """One transaction: all of it is on the disk when the block ends, or none of it.

        Raises:
            DiskFull, DiskFailure: nothing was saved, and the store still works.
        """
        guards.room(self._folder)
        work = self._work(Signature(author, at))
        with engine.translated(), self._connection.begin():
            yield work
        revisions, head = work.revisions, work.acces.head
        if revisions.tip is not self._tip or head is not self._head:
            self._tip, self._head = revisions.tip, head
            self._witness.write(self._tip, self._head)
        self._changed |= revisions.changed
        self._note(revisions.written)

    @contextmanager
    def read(self) -> Iterator[Work]:
        """The same, for reading: any attempt to write is an error of the program."""
        with engine.translated(), self._connection.begin():
            yield self._work(None)

    def log(self, acces: Acces) -> None:
        """Append a line to the access log in a transaction of its own.

        What is refused by a full disk waits in memory and goes before the next line: nobody is
        kept from a record because its opening could not be written down.
        """
        self._waiting.append(acces)
        try:
            with self.begin(acces.membre, acces.at) as work:
                for late in self._waiting:
                    work.acces.append(late)
        except AppError as problem:
            log.warning("access not logged yet: %s", type(problem).__name__)
        else:
            self._waiting.clear()

    @contextmanager
    def noting(self) -> Iterator[dict[str, Change]]:
        """Collect, by record, what the transactions of one action change."""
        noted: dict[str, Change] = {}
        self._noted = noted
        try:
            yield noted
        finally:
            self._noted = None

    def take_changes(self) -> frozenset[str]:
        """The kinds written since the last call: what lists must read again."""
        changed = frozenset(self._changed)
        self._changed.clear()
        return changed

    def checkpoint(self) -> None:
        """Fold the journal into the file, when nobody is waiting."""
        with engine.translated():
            engine.checkpoint(self._raw)

    def compact(self) -> None:
        """Write the whole file again, so that what was erased is in none of its pages."""
        guards.room(self._folder, guards.ROOM + 2 * (self._folder / guards.NAME).stat().st_size)
        with engine.translated():
            self._raw.execute("vacuum")
            engine.checkpoint(self._raw)

    def close(self) -> None:
        """Fold the journal and let go of the file; closing again does nothing."""
        if self._connection.closed:
            return
        try:
            self.checkpoint()
        except AppError as problem:
            # What was saved is safe in the journal, which the next opening will fold.
            log.warning("closed without a checkpoint: %s", type(problem).__name__)
        finally:
            self._connection.close()
            self._engine.dispose()
            opening.release(self._folder, self._raw, self._witness)

    def check_log(self) -> str | None:
        """What is wrong with the access log, as a French sentence."""
        with engine.translated():
            found = self._broken_log()
        return StoreDamaged.finding(found) if found else None

    def checks(self) -> Iterator[Check]:
        """Every check there is, with its verdict."""
        past = self._witness.read()
        confirmed = past.acces if past else NOTHING
        yield checks.run("journal", partial(engine.checkpoint, self._raw))
        yield from checks.of_database(self._raw, self._chain, self._acces_chain, confirmed)
        yield checks.run("temoin", lambda: guards.witnessed(self._raw, past))

    def verify(self) -> list[str]:
        """What the checks found, as French sentences; nothing to say when the store is sound."""
        found = [check.found for check in self.checks() if check.found]
        return list(dict.fromkeys(map(checks.sentence, found)))

    def sound(self) -> bool:
        """Whether nothing forbids to go on with it."""
        return all(check.failure is None for check in self.checks())

    def backup(self, key: DatabaseKey, folder: Path, genre: Genre, at: datetime) -> Path:
        """A verified copy of all there is, in a folder; its file.

        Raises:
            AppError: and nothing has changed there.
        """
        return backup.make(backup.Source(self._raw, key, self._folder), folder, genre, at)

    def counts(self) -> tuple[int, datetime | None]:
        """How many patients, and when something was saved last."""
        with engine.translated():
            return backup_reading.counts(self._raw)

    def waiting_since(self, manifeste: Manifeste) -> datetime | None:
        """Since when something was saved that a backup does not hold."""
        with engine.translated():
            return backup.waiting_since(self._raw, manifeste)

    def copy_under(self, former: DatabaseKey, key: DatabaseKey, folder: Path) -> None:
        """All of it in an empty folder, under another key; nothing changes here.

        Raises:
            DiskFull, DiskFailure, StoreDamaged
        """
        rekey.copy(self._raw, folder, former, key)

    def former_keys(self) -> tuple[DatabaseKey, ...]:
        """The keys it had before: old backups are still under them."""
        with engine.translated():
            return chain_keys.former_keys(self._raw)

    def _work(self, signature: Signature | None) -> Work:
        return Work(
            Revisions(self._connection, self._chain, self._tip, signature),
            AccessLog(self._connection, self._acces_chain, self._head, signature),
        )

    def _broken_log(self) -> str | None:
        past = self._witness.read()
        return self._acces_chain.check(self._raw, past.acces if past else NOTHING)

    def _note(self, written: dict[str, Change]) -> None:
        if self._noted is None:
            return
        for entity, change in written.items():
            known = self._noted.get(entity)
            self._noted[entity] = replace(change, before=known.before) if known else change
