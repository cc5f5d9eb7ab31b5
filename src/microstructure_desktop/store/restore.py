"""Make a store out of a backup, in a folder of its own that nothing uses until it is complete."""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from microstructure_desktop.domain.acces import Acces, Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, new_id

from . import (
    backup_reading,
    checks,
    engine,
    erased,
    files,
    guards,
    keyring,
    migrations,
    own_files_back,
    rebuild,
    rekey,
    replay,
)
from .backup_failures import BackupNoRoom, RestoreFailed, not_written
from .backup_reading import Contents
from .erased import Efface
from .failures import StoreBusy, StoreTooNew
from .keyring import Keyring
from .keys import DatabaseKey
from .msmabak import Head
from .store import Store
from .swap import Swap

REASON = "avant-restauration"
REFUSED = ".refuse"
FORMER = "ancienne-cle"
"""Where the database stands in the new folder while it is still under the backup's key."""
NOTED = "restauration"
"""What the access log says of a change of key that comes from here."""
_DEVICE = "update meta set value = ? where key = 'device'"


@dataclass(frozen=True, slots=True)
class Under:
    """What opens the store once it is made: another key file, another key when there is one.

    `former`: earlier keys of the cabinet, which a backup of before them cannot know.
    """

    ring: Keyring
    key: DatabaseKey | None = None
    former: Collection[DatabaseKey] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """`register`: who was erased since the backup was made. `at`: now.

    `under`: None when nobody knows better than the backup. `done`: the line of the access log;
    None when nothing takes any place. `left`: who left the team, and when, as far as is known.
    """

    swap: Swap
    register: Collection[Efface]
    at: datetime
    under: Under | None = None
    done: Acces | None = None
    left: Mapping[MembreId, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A store ready to take the place of another; `contents`: what the backup brought.

    `last`: when something was saved last in it. `gone`: who was put out of its team again.
    `effaces`: whoever is known, by it or here, to have been erased.
    """

    contents: Contents
    last: datetime | None
    gone: tuple[Membre, ...] = ()
    effaces: frozenset[Efface] = frozenset()


def check_known(head: Head) -> None:
    """Refuse, before anything is written, what a newer program made.

    Raises: StoreTooNew
    """
    if head.manifeste.schema > migrations.CURRENT:
        raise StoreTooNew


def prepare(path: Path, key: DatabaseKey, target: Target) -> Made:
    """Fill the new folder: extracted, checked, brought up, without whoever was erased since.

    Raises:
        AppError: the store in place was not touched.
    """
    try:
        head = backup_reading.look(path)
        check_known(head)
        folder = target.swap.new
        under = target.under or Under(backup_reading.accounts(head))
        guards.room(folder, (3 if under.key else 2) * head.length + guards.ROOM)
        head = _filled(path, key, folder, under)
        keyring.save(folder, under.ring)
        made = _opened_once(folder, under.key or key, head, target)
        own = own_files_back.leave(folder, head.own, REASON, target.at)
        return replace(made, contents=replace(made.contents, formulaires=own))
    except OSError as error:
        failure = not_written(error)
        raise RestoreFailed("place" if isinstance(failure, BackupNoRoom) else "disque") from None


def read_back(folder: Path, key: DatabaseKey, expected: Made) -> None:
    """Open what was put in place as anybody will, and find in it what was announced.

    Raises:
        RestoreFailed: it is not the same.
    """
    store = Store.open(folder, key, expected.contents.manifeste.store_id)
    try:
        if store.counts() != (expected.contents.patients, expected.last):
            raise RestoreFailed("relecture")
    finally:
        store.close()


def check_free(folder: Path) -> None:
    """Refuse to put a store in the place of one that a window shows.

    Raises: StoreBusy
    """
    database = folder / guards.NAME
    if database.exists() and engine.in_use(database):
        raise StoreBusy


def give_back(folder: Path, kept: Path | None) -> None:
    """Put the former folder back, if any; what was refused stays beside, under another name."""
    refused = (kept or folder).with_name((kept or folder).name + REFUSED)
    files.rename(folder, refused)
    if kept is not None:
        files.rename(kept, folder)
    files.flush_folder(folder.parent)


def _filled(path: Path, key: DatabaseKey, folder: Path, under: Under) -> Head:
    """The database, complete; under another key, nothing is left of the one that came out."""
    place = folder / FORMER if under.key else folder
    place.mkdir(mode=0o700, exist_ok=True)
    database = place / guards.NAME
    head = backup_reading.extract(path, database)
    backup_reading.vouch(head, key)
    for check in backup_reading.of_extracted(head, database, key):
        if check.failure is not None:
            raise check.failure
    _bring_up(database, key)
    if under.key is not None:
        connection = engine.connect(database, key)
        try:
            rekey.copy(connection, folder, key, under.key, under.former)
        finally:
            connection.close()
        shutil.rmtree(place)
    return head


def _bring_up(database: Path, key: DatabaseKey) -> None:
    """To the current version. It is another device from now on: its history goes on by itself."""
    connection = engine.connect(database, key)
    try:
        with engine.translated():
            migrations.migrate(connection, rebuild.rebuild)
            connection.execute("begin immediate")
            connection.execute(_DEVICE, (new_id(),))
            connection.execute("commit")
            engine.checkpoint(connection)
    finally:
        connection.close()


def _opened_once(folder: Path, key: DatabaseKey, head: Head, target: Target) -> Made:
    store = Store.open(folder, key, head.manifeste.store_id)
    try:
        replay.replay(store, target.register, target.at)
        with store.read() as work:
            effaces = erased.marks(work.erasing.register()) | frozenset(target.register)
        patients, entered = store.counts()
        gone = _noted(store, target, target.done) if target.done else ()
        found = list(store.checks())
        if any(check.failure for check in found):
            raise RestoreFailed("verification")
        _, last = store.counts()
    finally:
        store.close()
    said = checks.warnings(found)
    contents = Contents(head.manifeste, patients, entered, journal=said)
    return Made(contents, last, gone, effaces)


def _noted(store: Store, target: Target, done: Acces) -> tuple[Membre, ...]:
    """Write that it was restored before it is in place: no cut leaves it unsaid.

    Whoever the key file does not know any more is out of the team again; it says who they are.
    """
    ring = keyring.load(target.swap.new)
    with store.begin(done.membre, target.at) as work:
        gone = [m for m in work.equipe.all() if m.retire_le is None and ring.slot(m.id) is None]
        today = target.at.astimezone().date()
        for one in gone:
            out = target.left.get(one.id, today)
            work.equipe.save(replace(one, actif=False, retire_le=out))
        if target.under and target.under.key:
            for objet in [str(one.id) for one in gone] or [""]:
                work.acces.note(Action.CLE_CHANGEE, objet=objet, detail=NOTED)
        work.acces.append(done)
    return tuple(gone)
