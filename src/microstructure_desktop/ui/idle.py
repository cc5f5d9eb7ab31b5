"""IdleWatch: tell when nobody has used the keyboard or the mouse for some minutes."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_EVERY_MS = 5_000
_HUMAN = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


def seconds() -> float:
    """Of a clock that goes on while the computer sleeps, unlike Python's own on Linux and macOS."""
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleWatch(QObject):
    """Listens to the windows only: a filter on the whole application costs at every event.

    Signals:
        idle: the minutes have passed; once, until somebody is back.
    """

    idle = Signal()

    def __init__(
        self,
        minutes: int,
        clock: Callable[[], float] = seconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clock = clock
        self._last = clock()
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self.watch)

    def set_minutes(self, minutes: int) -> None:
        self._minutes = minutes

    def watch(self, window: QWindow | None) -> None:
        """Listen to one more window of ours; a dialog is one."""
        if window is not None:
            window.removeEventFilter(self)  # never twice
            window.installEventFilter(self)

    def check(self) -> None:
        if not self._told and self._clock() - self._last >= self._minutes * 60:
            self._told = True
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HUMAN:
            self._last = self._clock()
            self._told = False
        return super().eventFilter(watched, event)
