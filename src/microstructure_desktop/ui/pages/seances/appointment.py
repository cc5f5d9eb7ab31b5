"""A date and an hour typed in one field, such as « 03/12 14h », « +2s » or « jeudi »."""

from datetime import date, time, timedelta

from microstructure_desktop.domain.periods import mois_plus_tard
from microstructure_desktop.ui import texts

DELAYS = (("1s", "+1 sem."), ("2s", "+2 sem."), ("1m", "+1 mois"))


def written(jour: date | None, heure: time | None) -> str:
    """« 03/12/2026 14:00 »."""
    parts = [texts.numeric_date(jour)] if jour else []
    if heure:
        parts.append(texts.clock(heure))
    return " ".join(parts)


def read(typed: str, today: date) -> tuple[date | None, time | None]:
    """The day, and the hour when one was typed; nothing when no day can be read.

    « 12/11 14 » is the 12th at two, not the year 2014: an appointment is to come.
    """
    whole = texts.parse_date(typed, today)
    if whole is not None and whole >= today:
        return whole, None
    first, _, last = typed.strip().rpartition(" ")
    jour, heure = texts.parse_date(first, today), texts.parse_time(last)
    if jour is not None and heure is not None:
        return jour, heure
    return whole, None


def later(delay: str, session: date | None, today: date) -> date:
    """The day a delay leads to, from the session unless it was held long ago."""
    start = session if session and timedelta() <= today - session < timedelta(days=7) else today
    if delay == "1m":
        return mois_plus_tard(start, 1)
    return start + timedelta(weeks=1 if delay == "1s" else 2)
