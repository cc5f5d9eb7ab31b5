"""A clock that the demonstration sets, so that each record is written on its own day."""

from datetime import UTC, date, datetime, time


class Clock:
    """Callable like the real clock; `set` moves it to a local day and time."""

    def __init__(self, jour: date) -> None:
        self._now = datetime.combine(jour, time(8)).astimezone(UTC)

    def __call__(self) -> datetime:
        return self._now

    def set(self, jour: date, heure: time) -> None:
        self._now = datetime.combine(jour, heure).astimezone(UTC)
