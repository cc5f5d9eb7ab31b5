"""Who is in the cabinet on which day, and when the meetings are."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import TypeReunion

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)
PERMANENCES: dict[int, tuple[Role, ...]] = {
    MONDAY: (Role.TRAVAILLEUR_SOCIAL,),
    TUESDAY: (Role.MEDECIN,),
    THURSDAY: (Role.PSYCHOLOGUE,),
}
OTHER_MEETINGS = {
    2: TypeReunion.CONCERTATION,
    5: TypeReunion.FORMATION,
    10: TypeReunion.CONCERTATION,
    11: TypeReunion.CRISE,
}
"""In which months the team meets besides, and why."""
CLOSED = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
"""Public holidays of fixed date (month, day): Code du travail, art. L3133-1."""
FIRST_SLOT = {
    Role.TRAVAILLEUR_SOCIAL: time(14),
    Role.MEDECIN: time(9),
    Role.PSYCHOLOGUE: time(14),
    Role.PSYCHIATRE: time(10),
}
SLOT = {
    Role.TRAVAILLEUR_SOCIAL: 30,
    Role.MEDECIN: 40,
    Role.PSYCHOLOGUE: 45,
    Role.PSYCHIATRE: 30,
}
SLOTS = {
    Role.TRAVAILLEUR_SOCIAL: 6,
    Role.MEDECIN: 3,
    Role.PSYCHOLOGUE: 4,
    Role.PSYCHIATRE: 2,
}


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def present(jour: date) -> tuple[Role, ...]:
    """Roles that receive on a day; the psychiatrist comes once a month, two hours."""
    if _closed(jour):
        return ()
    roles = PERMANENCES.get(jour.weekday(), ())
    return (*roles, Role.PSYCHIATRE) if jour == psychiatrist_day(Mois.de(jour)) else roles


def next_day(role: Role, after: date) -> date:
    """The role's first permanence strictly after a day."""
    jour = after + timedelta(days=1)
    while role not in present(jour):
        jour += timedelta(days=1)
    return jour


def meeting_day(mois: Mois) -> date:
    """The last Thursday of the month when the cabinet is open."""
    jour = mois.dernier - timedelta(days=(mois.dernier.weekday() - THURSDAY) % 7)
    return jour - timedelta(weeks=1) if _closed(jour) else jour


def psychiatrist_day(mois: Mois) -> date:
    """The second Wednesday of the month, a week later when the cabinet is closed."""
    wednesday = mois.premier + timedelta(days=(WEDNESDAY - mois.premier.weekday()) % 7 + 7)
    return wednesday + timedelta(weeks=1) if _closed(wednesday) else wednesday


def network_day(mois: Mois) -> date | None:
    """The third Friday of the last month of a quarter, a week later when it is a holiday."""
    if mois.numero % 3:
        return None
    friday = _first_friday(mois) + timedelta(weeks=2)
    return friday + timedelta(weeks=1) if _closed(friday) else friday


def other_day(mois: Mois) -> date | None:
    """The first Friday when the cabinet is open, of the months when the team meets besides."""
    if mois.numero not in OTHER_MEETINGS:
        return None
    friday = _first_friday(mois)
    while _closed(friday):
        friday += timedelta(weeks=1)
    return friday


def slot(role: Role, rank: int) -> time:
    """Start of the rank-th appointment of a permanence."""
    start = FIRST_SLOT[role]
    minutes = start.hour * 60 + start.minute + rank * SLOT[role]
    return time(minutes // 60, minutes % 60)


def _first_friday(mois: Mois) -> date:
    return mois.premier + timedelta(days=(FRIDAY - mois.premier.weekday()) % 7)


def _closed(jour: date) -> bool:
    return (jour.month, jour.day) in CLOSED
