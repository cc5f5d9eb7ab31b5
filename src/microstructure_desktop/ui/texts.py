"""French words for the interface: as they are written, and as people type them."""

import re
from calendar import monthrange
from datetime import date, time, timedelta

from microstructure_desktop.french import (
    DAYS,
    NBSP,
    THIN,
    agreed,
    amount,
    clock,
    count,
    day_and_month,
    duration,
    hours,
    long_date,
    month_and_year,
    near_date,
    number,
    numeric_date,
    ordinal,
    plain_date,
    plural,
    round_amount,
    short_date,
    short_weekday,
    weekday,
)

__all__ = [
    "NBSP",
    "THIN",
    "agreed",
    "amount",
    "clock",
    "count",
    "day_and_month",
    "duration",
    "hours",
    "long_date",
    "month_and_year",
    "near_date",
    "number",
    "numeric_date",
    "ordinal",
    "parse_date",
    "parse_time",
    "plain_date",
    "plural",
    "round_amount",
    "short_date",
    "short_weekday",
    "weekday",
]

# --- what people type ----------------------------------------------------------------------

_WRITTEN = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_MOVED = re.compile(r"([+-])\s*(\d{1,3})\s*([a-zé]*)\.?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(\d{1,2})\s*[:h.]\s*(\d{2})?(?:\s*min)?")
_BARE_TIME = re.compile(r"(\d{1,2})(\d{2})?")
_AHEAD = 10  # years ahead that two digits may mean; beyond, it is a year of birth
_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # outside, a slip of the fingers
_NAMED = {
    "aujourd'hui": 0,
    "auj": 0,
    "ajd": 0,
    "demain": 1,
    "après-demain": 2,
    "apres-demain": 2,
    "hier": -1,
    "avant-hier": -2,
}
_UNITS = {"": "d", "j": "d", "jour": "d", "jours": "d"} | {"m": "m", "mois": "m"}
_UNITS |= dict.fromkeys(("s", "sem", "semaine", "semaines"), "w")
_UNITS |= dict.fromkeys(("a", "an", "ans"), "y")


def parse_date(text: str, today: date) -> date | None:
    """Read what a person types for a day; None when it is no day."""
    typed = " ".join(text.replace(NBSP, " ").replace("’", "'").lower().split())
    if typed in _NAMED:
        return today + timedelta(days=_NAMED[typed])
    read = _weekday_typed(typed, today) or _moved(typed, today) or _written(typed, today)
    return read if read and _FIRST_YEAR <= read.year <= _LAST_YEAR else None


def parse_time(text: str) -> time | None:
    """Read « 14:30 », « 14h », « 1430 », « 9 »; None when it is no time."""
    typed = text.strip().lower()
    found = _TIME.fullmatch(typed) or (
        _BARE_TIME.fullmatch(typed.zfill(len(typed) + len(typed) % 2)) if typed else None
    )
    if not found or not typed.isascii():
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def _weekday_typed(typed: str, today: date) -> date | None:
    for index, name in enumerate(DAYS):
        if typed.rstrip(".") in (name, name[:3]):
            return today + timedelta(days=(index - today.weekday() - 1) % 7 + 1)
    return None


def _moved(typed: str, today: date) -> date | None:
    found = _MOVED.fullmatch(typed)
    unit = _UNITS.get(found[3]) if found else None
    if not found or unit is None:
        return None
    steps = int(found[2]) * (1 if found[1] == "+" else -1)
    try:
        if unit in "dw":
            return today + timedelta(days=steps * (7 if unit == "w" else 1))
        return _months_later(today, steps * (12 if unit == "y" else 1))
    except (ValueError, OverflowError):
        return None


def _months_later(day: date, months: int) -> date:
    rank = day.year * 12 + day.month - 1 + months
    year, month = rank // 12, rank % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _written(typed: str, today: date) -> date | None:
    if not typed.isascii():
        return None
    if iso := _ISO.fullmatch(typed):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _WRITTEN.fullmatch(typed) or _DIGITS.fullmatch(typed)
    if not found:
        return None
    return _real(_year(found[3], today), int(found[2]), int(found[1]))


def _year(typed: str | None, today: date) -> int:
    if typed is None:
        return today.year
    if len(typed) == 4:  # noqa: PLR2004
        return int(typed)
    century = today.year - today.year % 100
    year = century + int(typed)
    return year - 100 if year > today.year + _AHEAD else year


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
