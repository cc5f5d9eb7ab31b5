"""A second process that uses a store: to save until it is killed, or to find it taken."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def running(what, folder, key, store_id, *more):
    """Start it, give it the key on its standard input, and end it whatever happens."""
    command = [sys.executable, "-m", "tests.store.another_process", what, str(folder), store_id]
    process = subprocess.Popen(
        [*command, *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        process.stdin.write(key.raw.hex() + "\n")
        process.stdin.flush()
        yield process
    finally:
        process.kill()
        process.communicate()


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(what, folder, store_id, *more):
    from microstructure_desktop.errors import AppError
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.store import Store
    from tests import factories as make

    key = DatabaseKey(bytes.fromhex(sys.stdin.readline()))
    try:
        store = Store.open(Path(folder), key, store_id)
    except AppError as problem:
        say(f"{type(problem).__name__} {problem.sentence}")
        return
    say("open")
    saves = int(more[0]) if more else 10**9
    for number in range(saves if what == "save" else 0):
        note = "z" * (10, 800, 9000)[number % 3]
        with store.begin(make.AUTHOR, make.NOW) as work:
            revision = work.consultations.save(make.a_consultation(note_partagee=note))
        say(revision)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
