"""The other days that a slip of the pen makes of a day of birth."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

EARLIEST = 1900


class Proche(StrEnum):
    """The slip: day and month the other way round, one digit for another or two exchanged."""

    INVERSE = "inverse"
    CHIFFRE = "chiffre"


def proches(jour: date) -> dict[date, Proche]:
    """Every day at one slip from this one."""
    digits = f"{jour:%d%m}{jour.year:04}"
    found = dict.fromkeys(_days(_slips(digits)), Proche.CHIFFRE)
    for swapped in _days([digits[2:4] + digits[:2] + digits[4:]]):
        found[swapped] = Proche.INVERSE
    found.pop(jour, None)
    return found


def _slips(digits: str) -> Iterator[str]:
    for at, digit in enumerate(digits):
        before, after = digits[:at], digits[at + 1 :]
        yield from (f"{before}{other}{after}" for other in "0123456789")
        yield f"{before}{after[:1]}{digit}{after[1:]}"


def _days(texts: Iterator[str] | list[str]) -> Iterator[date]:
    for text in texts:
        try:
            found = date(int(text[4:]), int(text[2:4]), int(text[:2]))
        except ValueError:
            continue
        if found.year >= EARLIEST:
            yield found
