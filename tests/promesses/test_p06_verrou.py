"""P6: « Verrouillé = rien à lire ».

The real program is unlocked on a real store, shows somebody's notes, and is locked. Everything that
the process holds is then searched for the key, the passphrase and the texts.
"""

import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services import unlock
from tests.cabinet import MEMBERS, PASSPHRASE
from tests.ui.a_bus import private_bus, tell

from . import memory
from .unlocked import COPIED, TYPED

ROOT = Path(__file__).parents[2]
NAME, FIRST, NOTE = "Canarinom", "Canariprénom", "canarinote dit qu’elle dort mieux"
ON_SCREEN = (NAME, FIRST, NOTE, TYPED)
SOMEBODY = MEMBERS[3].nom  # written in the open: the unlock page lists the accounts
LOOKS = 200


@contextmanager
def _at_work(team, patient: Patient, how: str = "ligne", **more: str):
    """Unlocked, with the notes on screen; it waits to be told to lock."""
    who = team[Role.PSYCHOLOGUE].membre.id
    command = [sys.executable, "-m", "tests.promesses.unlocked"]
    process = subprocess.Popen(
        [*command, str(team.home.root), who, patient.id, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **more},
    )
    try:
        assert process.stdout.readline() == "ouvert\n"
        yield process
    finally:
        process.kill()
        process.wait()  # not for its pipes: a program not replaced but started would hold them
        process.stdin.close()
        process.stdout.close()


def _say(process) -> None:
    process.stdin.write("\n")
    process.stdin.flush()


def _wait_for_the_accounts(process) -> None:
    """Until the program that took its place shows them."""
    for _ in range(LOOKS):
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
        assert process.poll() is None, "the program did not come back"
        replaced = b"tests.promesses" not in _about(process)
        if replaced and memory.found(process.pid, [SOMEBODY], rights="rw")[SOMEBODY]:
            return
    raise AssertionError("the unlock page did not come")


def _about(process) -> bytes:
    """What anybody may read of a process: its command and what it was started with."""
    return b"\0".join(
        Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ")
    )


@dataclass(frozen=True)
class Case:
    patient: Patient
    key: bytes

    @property
    def secrets(self) -> tuple[str | bytes, ...]:
        return (self.key, self.key.hex(), PASSPHRASE, COPIED, *ON_SCREEN)


@pytest.fixture
def case(team):
    """A closed cabinet with somebody's notes in it, and its key."""
    patient = team.patient(NAME, FIRST)
    team.seance(patient.id, date(2026, 11, 17), note_partagee=NOTE)
    found = Case(patient, team.medecin.key.raw)
    unlock.close(team.medecin)
    return found


def check_lock(process, case, lock, rights, record_property):
    if os.geteuid() != 0:  # the kernel keeps the very account of the program from reading it
        with pytest.raises(PermissionError):
            memory.found(process.pid, case.secrets, rights=rights)
        record_property("promesse", "P6")
        record_property("mesure", "mémoire refusée aux autres programmes du compte, même avant")
        return
    before = memory.found(process.pid, case.secrets, rights=rights)
    missed = [text for text in (case.key, COPIED, *ON_SCREEN) if not before[text]]
    assert missed == [], "the search does not find what is there"
    lock(process)
    _wait_for_the_accounts(process)
    after = memory.found(process.pid, case.secrets, rights=rights)
    assert sum(after.values()) == 0, after
    told = _about(process)
    assert [s for s in case.secrets if any(form in told for form in memory.forms(s))] == []
    record_property("promesse", "P6")
    record_property("mesure", f"0 secret en mémoire, {sum(before.values())} avant le verrou")


def test_that_a_locked_program_holds_no_key_no_passphrase_and_no_text(team, case, record_property):
    with _at_work(team, case.patient) as process:
        check_lock(process, case, _say, "rw", record_property)


@pytest.mark.long
def test_that_the_same_holds_in_every_page_when_the_computer_itself_is_locked(
    qapp, team, case, record_property
):
    with private_bus() as address:
        bus = QDBusConnection.connectToBus(address, "le bureau")
        saver = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
        address_of = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
        with _at_work(team, case.patient, "bus", **address_of) as process:
            check_lock(process, case, lambda _: tell(bus, *saver, True), "r", record_property)
