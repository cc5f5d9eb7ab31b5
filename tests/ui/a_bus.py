"""A private D-Bus with a logind of our own on it, which answers and tells as the real one does."""

import os
import subprocess
from contextlib import contextmanager

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

SESSION = "/org/freedesktop/login1/session/_32"
OTHER = "/org/freedesktop/login1/session/_33"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Logind(QDBusVirtualObject):
    """`state` is what it says of the session; `asked` what it was asked; `held` its inhibitors."""

    def __init__(self, bus):
        super().__init__()
        self.bus = bus
        self.state = {"Active": True, "LockedHint": False}
        self.asked = []
        self.sleep, self._given = os.pipe()
        bus.registerVirtualObject(
            MANAGER_PATH, self, QDBusConnection.VirtualObjectRegisterOption.SubPath
        )
        assert bus.registerService("org.freedesktop.login1")

    def introspect(self, _path):
        return ""

    def handleMessage(self, message, bus):  # noqa: N802 -- Qt's name
        self.asked.append((message.path(), message.member(), *message.arguments()))
        reply = message.createReply()
        reply.setArguments([self._answer(message)])
        return bus.send(reply)

    def _answer(self, message):
        match message.member():
            case "GetSession":
                return QDBusObjectPath(SESSION)
            case "Inhibit":
                return QDBusUnixFileDescriptor(self._given)
            case _:
                return QDBusVariant(self.state[message.arguments()[1]])

    def let_go(self):
        """Keep no end of the inhibitor but the one that was given."""
        os.close(self._given)

    def change(self, name, now, path=SESSION):
        self.state[name] = now
        self.tell(path, PROPERTIES, "PropertiesChanged", "org.freedesktop.login1.Session")

    def tell(self, path, interface, member, *arguments):
        tell(self.bus, path, interface, member, *arguments)


def tell(bus, path, interface, member, *arguments):
    signal = QDBusMessage.createSignal(path, interface, member)
    signal.setArguments(list(arguments))
    assert bus.send(signal)


@contextmanager
def private_bus():
    """The address of a daemon of our own."""
    command = ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.kill()
