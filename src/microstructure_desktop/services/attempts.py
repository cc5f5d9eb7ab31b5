"""Refused passphrases, written beside the store while it cannot be opened."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.paths import Home

log = logging.getLogger(__name__)
MOST = 200
"""Lines kept: beyond, whoever tries has been seen trying, and the file stays small."""


@dataclass(frozen=True, slots=True)
class Attempt:
    membre: MembreId
    at: datetime


def note(home: Home, membre_id: MembreId, at: datetime) -> None:
    """Add a line; what cannot be written must not hide that the passphrase is wrong."""
    try:
        if len(_lines(home)) < MOST:
            with home.echecs_file.open("a", encoding="utf-8") as file:
                file.write(f"{int(at.timestamp() * 1000)} {membre_id}\n")
    except OSError as error:
        log.warning("attempt not noted: errno %s", error.errno)


def read(home: Home) -> tuple[Attempt, ...]:
    """What the file holds that can be read; anybody can have written there."""
    try:
        lines = _lines(home)[:MOST]
    except OSError as error:
        log.warning("attempts not read: errno %s", error.errno)
        return ()
    return tuple(attempt for line in lines if (attempt := _attempt(line)) is not None)


def forget(home: Home) -> None:
    try:
        home.echecs_file.unlink(missing_ok=True)
    except OSError as error:
        log.warning("attempts not forgotten: errno %s", error.errno)


def _lines(home: Home) -> list[str]:
    try:
        with home.echecs_file.open(encoding="utf-8", errors="replace") as file:
            return file.read(MOST * 100).splitlines()
    except FileNotFoundError:
        return []


def _attempt(line: str) -> Attempt | None:
    instant, _, membre = line.partition(" ")
    try:
        return Attempt(MembreId(membre), datetime.fromtimestamp(int(instant) / 1000, UTC))
    except (ValueError, OverflowError, OSError):
        return None
