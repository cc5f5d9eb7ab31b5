"""Processes that die on the way: at each thing asked of the system, or at any moment.

Run as a program, it restores a backup (« restore », « rekey » when the key was changed since) or
opens an older store (« migrate ») many times, each in a child of its own that dies; what is left
after each is a line of JSON.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from microstructure_desktop.domain.acces import Acces, Action, Filtre
from microstructure_desktop.paths import Home
from microstructure_desktop.store import (
    backup_reading,
    engine,
    guards,
    keyring,
    keys,
    migrations,
    own_files_back,
    rescue,
    restore,
    swap,
)
from microstructure_desktop.store.failures import StoreBusy
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make

ROOT = Path(__file__).parents[2]
DEAD = 9
FORMS, FORM = "formulaires", "accueil.toml"
EVENTS = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree"}


def run(what, *arguments):
    """Each thing that was found, in order."""
    command = [sys.executable, "-m", "tests.promesses.dying", what, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def die_at(number, folder):
    """Count what this process asks about the folder; die before the nth, without a word more.

    The program knows nothing of it: each file opened, renamed or removed is a step.
    """
    inside, count = str(folder), 0

    def watch(event, arguments):
        nonlocal count
        if event in EVENTS and any(str(a).startswith(inside) for a in arguments):
            count += 1
            if count == number:
                os._exit(DEAD)

    sys.addaudithook(watch)


def child(action):
    """A process that does it and ends; its id."""
    number = os.fork()
    if not number:
        code = 1
        try:
            action()
            code = 0
        finally:
            os._exit(code)
    return number


def exit_code(number):
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def fresh(safe, home):
    shutil.rmtree(home.root, ignore_errors=True)
    shutil.copytree(safe, home.root)


def whole(folder, key, store_id):
    """How many revisions a store has, once all its checks have passed."""
    store = Store.open(folder, key, store_id)
    try:
        assert store.verify() == []
        return store._raw.execute("select count(*) from revision").fetchone()[0]
    finally:
        store.close()


def restored(home, path, key, under):
    done = Acces(make.NOW, make.AUTHOR, Action.RESTAURATION)
    with swap.Swap(home.coffre) as place:
        target = restore.Target(place, (), make.NOW, under, done)
        made = restore.prepare(path, key, target)
        place.replace(restore.REASON, make.NOW)
    restore.read_back(home.coffre, under.key if under else key, made)
    own_files_back.settle(home.coffre)


def under_another(path, former, key):
    """What a backup of before a change of key is put under."""
    ring = backup_reading.accounts(backup_reading.look(path))
    return restore.Under(rescue.change_key(ring, former, key, without=(), sheets=()), key)


def opened_by(folder, known):
    """The key of those that opens a store; none of them is the former one."""
    ring = keyring.load(folder)
    return next(key for key in known if keys.vouches(ring, key))


def found_whole(folder, known, store_id):
    """Its revisions, and how often it says that it was restored."""
    key = opened_by(folder, known)
    revisions = whole(folder, key, store_id)
    store = Store.open(folder, key, store_id)
    with store.read() as work:
        said = work.acces.page(Filtre(action=Action.RESTAURATION), None, 9)
    store.close()
    return revisions, len(said)


def restore_many(safe, home, path, known, store_id, step, under=None):
    """Die before the 1st, the 1+step-th… thing asked, until one child reaches its end."""
    code, death = DEAD, 1
    *here, key = known
    while code == DEAD:
        fresh(safe, home)

        def action(number=death):
            die_at(number, home.root)
            restored(home, path, key, under)

        code = exit_code(child(action))
        swap.recover(home.coffre)
        there, noted = found_whole(home.coffre, here, store_id)
        beside = sorted(home.root.glob("coffre.avant-*"))
        kept = [found_whole(p, here, store_id)[0] for p in beside]
        left = [p.name for p in home.root.glob("coffre.nouveau*")]
        own_files_back.settle(home.coffre)
        forms = {p.parent.name: p.read_text() for p in home.root.glob(f"{FORMS}*/{FORM}")}
        said = {"there": there, "noted": noted, "kept": kept, "left": left, "forms": forms}
        yield {"code": code, **said}
        death += step


def migrate_many(safe, home, key, store_id, times):
    """Kill at a moment drawn at random while an older store is being opened."""
    chance, longest = random.Random(20261122), 0.0
    for number in range(times + 1):
        fresh(safe, home)
        start = time.monotonic()
        process = child(lambda: Store.open(home.coffre, key, store_id).close())
        if number:
            pause(chance.uniform(0, longest))
            os.kill(process, signal.SIGKILL)
        code = exit_code(process)
        longest = longest or time.monotonic() - start  # the first is let to its end
        version, sound = found(home.coffre, key)
        again = whole(home.coffre, key, store_id)
        backups = len(list(home.sauvegardes.glob("*.msmabak")))
        yield {
            "code": code,
            "version": version,
            "sound": sound,
            "again": again,
            "backups": backups,
        }


def pause(seconds):
    signal.sigtimedwait([], seconds)


def found(folder, key):
    """The version that a kill left, and whether its tables are exactly those of that version."""
    for _ in range(50):
        try:
            connection = engine.connect(folder / guards.NAME, key)
        except StoreBusy:
            continue
        break
    try:
        version = connection.execute("pragma user_version").fetchone()[0]
        return version, not list(guards.schema(connection, version))
    finally:
        connection.close()


def main(what, safe, root, key, store_id, *more):
    home, secret = Home(Path(root)), DatabaseKey(bytes.fromhex(key))
    assert migrations.CURRENT  # everything is loaded before the first child
    if what == "restore":
        path, step = Path(more[0]), int(more[1])
        lines = restore_many(Path(safe), home, path, (secret, secret), store_id, step)
    elif what == "rekey":
        path, step, former = Path(more[0]), int(more[1]), DatabaseKey(bytes.fromhex(more[2]))
        under = under_another(path, former, DatabaseKey.generate())
        known = (secret, under.key, former)
        lines = restore_many(Path(safe), home, path, known, store_id, step, under)
    else:
        lines = migrate_many(Path(safe), home, secret, store_id, int(more[0]))
    for line in lines:
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
