"""SessionBus: what logind and the screen savers of Linux say on D-Bus."""

import os
from pathlib import Path
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SAVERS = tuple(f"org.{name}.ScreenSaver" for name in ("freedesktop", "gnome", "cinnamon", "mate"))
# Their type is what Qt's stubs ask for, their value what the call itself takes.
_SAVER, _SLEEP, _LOCK, _CHANGED = (
    cast("bytes", SLOT(slot))
    for slot in ("_on_saver(bool)", "_on_sleep(bool)", "_on_lock()", "_on_changed()")
)
_HERE = {"Active": True, "LockedHint": False}  # while the person is before the screen


def own_system() -> QDBusConnection:
    return QDBusConnection.systemBus()


def own_session() -> QDBusConnection | None:
    """None where asking for it would start one."""
    announced = "DBUS_SESSION_BUS_ADDRESS" in os.environ
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if announced or (folder and Path(folder, "bus").exists()):
        return QDBusConnection.sessionBus()
    return None


class SessionBus(QObject):
    """Asks without waiting; a bus that is absent or silent says nothing, and that is all.

    Signals:
        left: the screen is locked, the computer is about to sleep, or another session is shown.
    """

    left = Signal()

    def __init__(
        self,
        system: QDBusConnection,
        session: QDBusConnection | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system
        self._session_path = ""
        self._known: dict[str, bool] = {}
        self._asked: dict[QDBusPendingCallWatcher, str] = {}
        self.delays_sleep = False
        if session is not None:
            for saver in _SAVERS:  # each desktop has its own path and its own name for it
                session.connect("", "", saver, "ActiveChanged", self, _SAVER)
        if system.isConnected():
            self._listen_to_logind()

    def _listen_to_logind(self) -> None:
        self._system.connect(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, _SLEEP)
        # Sleep waits, a few seconds at most, for a file that the replaced process lets go.
        self._ask(_LOGIN_PATH, _MANAGER, "Inhibit", "sleep", "Microstructure", "lock", "delay")
        mine = os.environ.get("XDG_SESSION_ID", "auto")
        self._ask(_LOGIN_PATH, _MANAGER, "GetSession", mine)

    def _ask(self, path: str, interface: str, member: str, *arguments: str) -> None:
        call = QDBusMessage.createMethodCall(_LOGIN, path, interface, member)
        call.setArguments(list(arguments))
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        self._asked[watcher] = arguments[-1]
        watcher.finished.connect(self._on_answered)

    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        asked = self._asked.pop(watcher)
        watcher.deleteLater()
        reply = watcher.reply()
        if reply.type() != QDBusMessage.MessageType.ReplyMessage:
            return  # logind refused or is not there
        match reply.arguments():
            case [QDBusObjectPath() as path]:
                self._listen_to_session(path.path())
            case [QDBusUnixFileDescriptor() as held]:
                self._held = held  # as long as this process lives
                self.delays_sleep = True
            case [QDBusVariant() as value]:
                self._on_state(asked, now=bool(value.variant()))

    def _listen_to_session(self, path: str) -> None:
        self._session_path = path
        bus = self._system
        bus.connect(_LOGIN, path, _SESSION, "Lock", self, _LOCK)
        bus.connect(_LOGIN, path, _PROPERTIES, "PropertiesChanged", self, _CHANGED)
        self._on_changed()

    def _on_state(self, name: str, *, now: bool) -> None:
        """A session that was never shown, as on some remote desktops, is not one just left."""
        before = self._known.get(name)
        self._known[name] = now
        if before is _HERE[name] and now is not before:
            self.left.emit()

    @Slot()
    def _on_changed(self) -> None:
        for name in _HERE:
            self._ask(self._session_path, _PROPERTIES, "Get", _SESSION, name)

    @Slot()
    def _on_lock(self) -> None:
        self.left.emit()

    @Slot(bool)
    def _on_saver(self, active: bool) -> None:  # noqa: FBT001 -- D-Bus' signal
        if active:
            self.left.emit()

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:  # noqa: FBT001 -- D-Bus' signal
        if begins:
            self.left.emit()
