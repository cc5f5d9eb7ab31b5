"""Stopwatch: the time spent on each patient, counted while the page shows them."""

from collections.abc import Callable
from datetime import datetime

from microstructure_desktop.domain.ids import PatientId

_HALF = 30


class Stopwatch:
    """Seconds are kept between two visits to a patient; what is shown are whole minutes."""

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
        if self._patient is not None:
            self._seconds[self._patient] = self._total(self._patient)
        self._patient = None

    def set_minutes(self, minutes: int) -> None:
        """Corrected by hand: counting goes on from there."""
        if self._patient is not None:
            self._seconds[self._patient] = minutes * 60
            self._since = self._now()

    def minutes(self) -> int | None:
        """Of the patient being discussed; None when nobody is."""
        return None if self._patient is None else _whole(self._total(self._patient))

    def _total(self, patient: PatientId) -> float:
        return self._seconds[patient] + (self._now() - self._since).total_seconds()


def _whole(seconds: float) -> int:
    return int((seconds + _HALF) // 60)
