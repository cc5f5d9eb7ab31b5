"""French dates, times, durations, amounts, plurals and ordinals, as they are written."""

from datetime import date, time

NBSP = "\u00a0"
THIN = "\u202f"  # in thousands

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
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
SHORT_MONTHS = (
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
    return f"{number}{NBSP}{MONTHS[day.month - 1]}"


def plain_date(day: date) -> str:
    """« 19 novembre 2026 »."""
    return f"{day_and_month(day)}{NBSP}{day.year}"


def long_date(day: date) -> str:
    """« jeudi 19 novembre 2026 »."""
    return f"{weekday(day)} {plain_date(day)}"


def weekday(day: date) -> str:
    return DAYS[day.weekday()]


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
    return f"{MONTHS[day.month - 1]}{NBSP}{day.year}"


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
    return f"{number}{NBSP}{SHORT_MONTHS[day.month - 1]}"


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
