"""Garbage: reference cycles are collected by the window's thread alone, between two events."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2_000


class Garbage(QObject):
    """Python collects in whichever thread allocates, in the middle of whatever it does: a widget
    caught in a cycle would be destroyed by the store's thread, or under an event that it handles.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """The oldest generation that is due, as Python would have."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
