"""French dates, times, durations, amounts, plurals and ordinals; and what people type for them."""

import re
from calendar import monthrange
from datetime import date, time, timedelta

NBSP = "\u00a0"
THIN = "\u202f"  # in thousands

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_SHORT_MONTHS = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)
_RECENT = 20  # days during which the weekday helps more than it clutters


# --- dates written -------------------------------------------------------------------------


def day_and_month(day: date) -> str:
    """« 19 novembre », « 1er décembre »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{NBSP}{_MONTHS[day.month - 1]}"


def plain_date(day: date) -> str:
    """« 19 novembre 2026 »."""
    return f"{day_and_month(day)}{NBSP}{day.year}"


def long_date(day: date) -> str:
    """« jeudi 19 novembre 2026 »."""
    return f"{weekday(day)} {plain_date(day)}"


def weekday(day: date) -> str:
    return _DAYS[day.weekday()]


def short_date(day: date) -> str:
    """« jeu. 19 nov. »."""
    return f"{short_weekday(day)}{NBSP}{_short_day(day)}"


def short_weekday(day: date) -> str:
    return f"{weekday(day)[:3]}."


def numeric_date(day: date) -> str:
    """« 19/11/2026 »."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def month_and_year(day: date) -> str:
    """« novembre 2026 »."""
    return f"{_MONTHS[day.month - 1]}{NBSP}{day.year}"


def near_date(day: date, today: date) -> str:
    """« aujourd’hui », « hier », « mar. 17 nov. », « 22 oct. », « 22 oct. 2025 »."""
    distance = (day - today).days
    if distance in _NEAR:
        return _NEAR[distance]
    if abs(distance) <= _RECENT:
        return short_date(day)
    return _short_day(day) if day.year == today.year else f"{_short_day(day)}{NBSP}{day.year}"


_NEAR = {0: "aujourd’hui", -1: "hier", 1: "demain"}


def _short_day(day: date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{NBSP}{_SHORT_MONTHS[day.month - 1]}"


# --- times, durations, amounts, counts -----------------------------------------------------


def clock(moment: time) -> str:
    """« 14:30 »."""
    return f"{moment.hour:02}:{moment.minute:02}"


def duration(minutes: int) -> str:
    """« 45 min », « 1 h 20 », « 2 h »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest:02}" if rest else f"{hours}{NBSP}h"


def hours(minutes: int) -> str:
    """« 0 h 30 », where durations are compared."""
    return f"{minutes // 60}{NBSP}h{NBSP}{minutes % 60:02}"


def number(value: int) -> str:
    """« 19 896 »."""
    sign = "−" if value < 0 else ""
    return sign + f"{abs(value):,}".replace(",", THIN)


def amount(cents: int) -> str:
    """« 829,00 € »."""
    sign = "−" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return f"{sign}{number(euros)},{rest:02}{NBSP}€"


def round_amount(cents: int) -> str:
    """« 829 € » when there are no cents."""
    if cents % 100:
        return amount(cents)
    return f"{number(cents // 100)}{NBSP}€"


def count(quantity: int, one: str, many: str = "") -> str:
    """« 1 séance », « 2 séances », « 0 séance ». `many` when it is not `one` and an s."""
    return f"{number(quantity)}{NBSP}{plural(quantity, one, many)}"


def plural(quantity: int, one: str, many: str = "") -> str:
    """The word alone, as the quantity wants it; every word of `one` takes an s."""
    if abs(quantity) < 2:  # noqa: PLR2004 -- in French 0 and 1 are singular
        return one
    return many or " ".join(
        word if word.endswith(("s", "x", "z")) else f"{word}s" for word in one.split(" ")
    )


def agreed(masculine: str, sexe: str) -> str:
    """« Née », « Né », « Né·e », as the person wants it; `sexe` is a CL07 code."""
    return masculine + {"F": "e", "H": ""}.get(sexe, "·e")


def ordinal(rank: int, *, masculine: bool = False) -> str:
    """« 1ʳᵉ », « 5ᵉ »; « 1ᵉʳ »."""
    if rank == 1:
        return "1ᵉʳ" if masculine else "1ʳᵉ"
    return f"{rank}ᵉ"


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
    for index, name in enumerate(_DAYS):
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
