"""Who is in the cabinet on which day, and when the meetings are."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(4)
PERMANENCES: dict[int, tuple[Role, ...]] = {
    MONDAY: (Role.TRAVAILLEUR_SOCIAL,),
    TUESDAY: (Role.MEDECIN,),
    THURSDAY: (Role.PSYCHOLOGUE,),
}
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
    """Roles that receive on a day; the psychiatrist on the second Wednesday, two hours."""
    roles = PERMANENCES.get(jour.weekday(), ())
    second_wednesday = jour.weekday() == WEDNESDAY and 8 <= jour.day <= 14  # noqa: PLR2004
    return (*roles, Role.PSYCHIATRE) if second_wednesday else roles


def next_day(role: Role, after: date) -> date:
    """The role's first permanence strictly after a day."""
    jour = after + timedelta(days=1)
    while role not in present(jour):
        jour += timedelta(days=1)
    return jour


def meeting_day(mois: Mois) -> date:
    """The last Thursday of the month."""
    return mois.dernier - timedelta(days=(mois.dernier.weekday() - THURSDAY) % 7)


def slot(role: Role, rank: int) -> time:
    """Start of the rank-th appointment of a permanence."""
    start = FIRST_SLOT[role]
    minutes = start.hour * 60 + start.minute + rank * SLOT[role]
    return time(minutes // 60, minutes % 60)
