"""Stopwatch: the time spent on each patient, counted while the page shows them."""

from collections.abc import Callable
from datetime import datetime

from microstructure_desktop.domain.ids import PatientId

_HALF = 30
_AWAKE_S = 60
"""Longest time between two looks at a clock that is read every few seconds: beyond, it slept."""


class Stopwatch:
    """Seconds are kept between two visits to a patient; what is shown are whole minutes.

    Looked at regularly: the time during which nobody looks at it, or a clock put back, is no time.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._seconds: dict[PatientId, float] = {}
        self._patient: PatientId | None = None
        self._since = now()

    def start(self, patient: PatientId, minutes: int) -> None:
        """Count for this patient from now on, on top of what the meeting says."""
        self.stop()
        if _whole(self._seconds.get(patient, -60)) != minutes:
            self._seconds[patient] = minutes * 60
        self._patient = patient
        self._since = self._now()

    def stop(self) -> None:
        self._count()
        self._patient = None

    def set_minutes(self, minutes: int) -> None:
        """Corrected by hand: counting goes on from there."""
        if self._patient is not None:
            self._seconds[self._patient] = minutes * 60
            self._since = self._now()

    def minutes(self) -> int | None:
        """Of the patient being discussed; None when nobody is."""
        self._count()
        return None if self._patient is None else _whole(self._seconds[self._patient])

    def _count(self) -> None:
        now = self._now()
        passed = (now - self._since).total_seconds()
        if self._patient is not None and 0 <= passed <= _AWAKE_S:
            self._seconds[self._patient] += passed
        self._since = now


def _whole(seconds: float) -> int:
    return int((seconds + _HALF) // 60)
