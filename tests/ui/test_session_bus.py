"""What is heard on D-Bus: a real daemon by the long command, the handlers alone otherwise."""

import os
import select
from itertools import count

import pytest
from PySide6.QtDBus import QDBusConnection

from microstructure_desktop.ui import session_bus
from microstructure_desktop.ui.session_bus import SessionBus

from .a_bus import MANAGER, MANAGER_PATH, OTHER, SESSION, Logind, private_bus, tell

LOCK = (SESSION, "org.freedesktop.login1.Session", "Lock")
_names = (f"bus {n}" for n in count())


def _open(address):
    return QDBusConnection.connectToBus(address, next(_names))


def _listening(system, session, told):
    bus = SessionBus(system, session)
    bus.left.connect(lambda: told.append(True))
    return bus


@pytest.fixture
def nowhere(qapp):
    return _open("unix:path=/nonexistent/bus")


@pytest.fixture
def told():
    return []


@pytest.fixture
def deaf(nowhere, told):
    """Without a daemon, what the slots do."""
    return _listening(nowhere, nowhere, told)


def test_that_an_absent_bus_is_nothing(deaf, told):
    assert not deaf._asked
    assert told == []
    assert not deaf.delays_sleep


@pytest.mark.parametrize(
    ("slot", "arguments", "leaves"),
    [
        ("_on_lock", (), True),
        ("_on_saver", (True,), True),
        ("_on_saver", (False,), False),
        ("_on_sleep", (True,), True),
        ("_on_sleep", (False,), False),
    ],
)
def test_that_what_begins_is_told_and_what_ends_is_not(deaf, told, slot, arguments, leaves):
    getattr(deaf, slot)(*arguments)
    assert told == [True] * leaves


@pytest.mark.parametrize(
    ("name", "said", "times"),
    [
        ("Active", (True, False), 1),
        ("Active", (False, False), 0),
        ("Active", (True, False, True, False), 2),
        ("LockedHint", (False, True, True), 1),
        ("LockedHint", (True, False), 0),
    ],
)
def test_that_only_leaving_the_session_is_told(deaf, told, name, said, times):
    for now in said:
        deaf._on_state(name, now=now)
    assert told == [True] * times


def test_that_no_bus_is_started_to_listen_to_it(monkeypatch, tmp_path):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert session_bus.own_session() is None
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert session_bus.own_session() is None


@pytest.fixture
def address(qapp):
    with private_bus() as opened:
        yield opened


@pytest.fixture
def heard(address, qtbot, told, monkeypatch):
    """A bus listened to, its logind, and the connection of somebody else on it."""
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    logind = Logind(_open(address))
    bus = _listening(_open(address), _open(address), told)
    qtbot.waitUntil(lambda: len(bus._known) == 2)
    return bus, logind, _open(address)


@pytest.mark.long
def test_that_logind_is_asked_for_our_session_and_to_wait_before_sleep(heard, qtbot):
    bus, logind, _ = heard
    assert (MANAGER_PATH, "GetSession", "2") in logind.asked
    assert (MANAGER_PATH, "Inhibit", "sleep", "Microstructure", "lock", "delay") in logind.asked
    assert bus.delays_sleep
    assert not os.get_inheritable(bus._held.fileDescriptor())  # a replaced process lets it go


@pytest.mark.long
def test_that_sleep_waits_until_we_are_gone(heard):
    bus, logind, _ = heard
    logind.let_go()
    assert select.select([logind.sleep], [], [], 0.1)[0] == []
    os.close(bus._held.fileDescriptor())
    assert select.select([logind.sleep], [], [], 5)[0] == [logind.sleep]


@pytest.mark.long
@pytest.mark.parametrize(
    "event",
    [
        lambda logind, _: logind.tell(*LOCK),
        lambda logind, _: logind.tell(MANAGER_PATH, MANAGER, "PrepareForSleep", True),
        lambda logind, _: logind.change("Active", False),
        lambda logind, _: logind.change("LockedHint", True),
        lambda _, bus: tell(
            bus,
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
            "ActiveChanged",
            True,
        ),
        lambda _, bus: tell(
            bus, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True
        ),
    ],
    ids=["lock", "sleep", "another user", "locked hint", "saver", "saver of gnome"],
)
def test_that_each_way_to_leave_is_heard_once(heard, told, qtbot, event):
    _, logind, other = heard
    event(logind, other)
    qtbot.waitUntil(lambda: told == [True])


@pytest.mark.long
def test_that_another_session_and_the_end_of_things_are_not_heard(heard, told, qtbot):
    """The last of them is heard: all that came before it on the same connection was not."""
    _, logind, _ = heard
    logind.tell(OTHER, *LOCK[1:])
    logind.tell(MANAGER_PATH, MANAGER, "PrepareForSleep", False)
    logind.tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    logind.change("IdleHint", True)
    logind.change("Active", True)
    logind.tell(*LOCK)
    qtbot.waitUntil(lambda: told == [True])
    assert told == [True]


@pytest.mark.long
def test_that_the_buses_of_the_machine_are_the_ones_announced(address, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert session_bus.own_session() is not None
