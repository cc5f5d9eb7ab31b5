"""Another process, where somebody works until it is killed: each save that returned is said.

Python is started and the definitions are read once; the work itself is done in a copy of that
process (`fork`), so that one kill costs the time of an opening.
"""

import hashlib
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from time import monotonic

from microstructure_desktop.domain.ids import ConsultationId, new_id
from microstructure_desktop.paths import Home
from microstructure_desktop.services import consultations, unlock
from microstructure_desktop.services.office import Cost, Office, today
from microstructure_desktop.store import engine, keyring
from microstructure_desktop.store.keys import LIMITS, KdfParams, Limits
from tests.cabinet import PASSPHRASE

ROOT = Path(__file__).parents[2]
PATIENCE = 120
SIZES = (40, 600, 3_000, 20_000)
HONEST, LIAR, LAZY = "honnete", "menteur", "paresseux"
"""How the writer works: as the application does, saying « done » first, or hardly syncing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A save that was confirmed: the session, and the digest of what its note says."""

    seance: str
    digest: str


def digest(note: str) -> str:
    return hashlib.sha256(note.encode()).hexdigest()


def confirmed(lines: list[str]) -> list[Said]:
    return [Said(*line.split()[1:]) for line in lines if line.startswith("fait ")]


class Writer:
    """The process, seen from the test that kills it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._read = b""

    def killed_after(self, saves: int, seconds: float, seed: int) -> list[str]:
        """Have somebody work, kill them so long after so many saves, and tell what they said.

        However slow the computer is, the work goes as far as it was to go.
        """
        self._process.stdin.write(f"{seed}\n".encode())
        self._process.stdin.flush()
        pid = int(self._line(until=monotonic() + PATIENCE).removeprefix("pid "))
        lines: list[str] = []
        while len(lines) < saves:
            lines += self._said(until=monotonic() + PATIENCE)
        until = monotonic() + seconds
        while (line := self._line(until)) is not None:
            lines.append(line)
        os.kill(pid, signal.SIGKILL)
        while lines[-1:] != ["fin"]:
            lines += self._said(until=monotonic() + PATIENCE)
        return lines[:-1]

    def _said(self, until: float) -> list[str]:
        line = self._line(until)
        assert line is not None, "the writer says nothing"
        assert not line.startswith("erreur "), line
        return [line]

    def _line(self, until: float) -> str | None:
        out = self._process.stdout.fileno()
        while b"\n" not in self._read:
            ready, _, _ = select.select([out], [], [], max(0.0, until - monotonic()))
            if not ready:
                return None
            more = os.read(out, 65_536)
            assert more, "the writer is gone"
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line.decode()


@contextmanager
def running(home: Path, mode: str = HONEST) -> Iterator[Writer]:
    command = [sys.executable, "-m", "tests.promesses.writer", "sur_ordre", str(home), mode]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    try:
        yield Writer(process)
    finally:
        process.kill()
        process.communicate()


def say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def psychologist(home: Path) -> Office:
    """Whom the cabinet of tests opens for, with a passphrase that costs nothing to check."""
    cheap = KdfParams(m=8, t=1, p=1)
    where = Home(home)
    account = next(a for a in keyring.load(where.coffre).accounts if a.role == "psychologue")
    cost = Cost(cheap, Limits(floor=cheap, ceiling=LIMITS.ceiling))
    return unlock.open_cabinet(where, account.id, PASSPHRASE, cost=cost)


def work(home: Path, mode: str, seed: int, times: int) -> None:
    """Sessions drafted and recorded through the services."""
    if mode == LAZY:
        engine.PRAGMAS["synchronous"] = ("normal", 1)
    office = psychologist(home)
    with office.store.read() as reading:
        patient = reading.patients.all()[0].id
    chance = random.Random(seed)
    for number in range(times):
        opened = consultations.open_seance(office, patient)
        note = chance.randbytes(chance.choice(SIZES) // 2).hex()
        jour = today(office) - timedelta(days=chance.randrange(300))
        saisie = replace(opened.saisie, jour=jour, heure=time(14), note_partagee=note)
        if number % 3 == 1:
            consultations.save_draft(office, opened.id, patient, {"note_partagee": note})
        seance = ConsultationId(new_id())
        told = f"fait {seance} {digest(note)}"
        if mode == LIAR:
            say(told)
            select.select([], [], [], 0.5)  # as long as a slow disk keeps a program waiting
        consultations.record(office, seance, patient, saisie)
        if mode != LIAR:
            say(told)
        if number % 5 == 4:
            office.store.checkpoint()


def on_demand(home: Path, mode: str) -> None:
    """One child for each line received, which holds its seed."""
    unlock.warm_up()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            try:
                say(f"pid {os.getpid()}")
                work(home, mode, int(line), 10**9)
            except BaseException as problem:  # noqa: BLE001 -- said to the test, which fails
                say(f"erreur {type(problem).__name__} {problem}".replace("\n", " "))
            finally:
                os._exit(1)
        os.waitpid(pid, 0)
        say("fin")


def main(what: str, home: str, mode: str, *more: str) -> None:
    if what == "sur_ordre":
        on_demand(Path(home), mode)
    else:
        work(Path(home), mode, int(more[0]), int(more[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
