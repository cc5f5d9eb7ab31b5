"""SessionWatch: tell when the computer is locked, falls asleep or goes to somebody else."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class SessionWatch(QObject):
    """Where the system says nothing (macOS, a Linux without D-Bus), only the idle watch remains.

    Signals:
        left: nobody who may read is before the screen any more; perhaps several times.
    """

    left = Signal()

    def start(self, window: QWidget) -> None:
        """Called once the window is shown: nothing of this delays it."""
        if sys.platform == "win32":
            from .session_windows import WindowsSession

            self._told_by: object = WindowsSession(self.left.emit, int(window.winId()))
        elif sys.platform.startswith("linux"):
            from .session_bus import SessionBus, own_session, own_system

            bus = SessionBus(own_system(), own_session(), self)
            bus.left.connect(self.left)
