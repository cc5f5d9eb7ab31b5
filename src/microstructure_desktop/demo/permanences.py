"""When each member of the fictional team is there, and two absences to come."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import permanences
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.permanences import AbsenceSaisie, PermanenceSaisie

from . import calendar

HOURS = {
    Role.TRAVAILLEUR_SOCIAL: (time(14), time(17)),
    Role.MEDECIN: (time(9), time(12)),
    Role.PSYCHOLOGUE: (time(14), time(17)),
    Role.PSYCHIATRE: (time(10), time(12)),
}
_COMING = 3


def write(offices: Mapping[Role, Office], first: date, last: date) -> None:
    """Weekly presences from the first day, the psychiatrist's month by month."""
    for day, roles in calendar.PERMANENCES.items():
        for role in roles:
            start = first + timedelta(days=(day - first.weekday()) % 7)
            _hold(offices[role], start, unique=False)
    month = Mois.de(first)
    while month <= Mois.de(last).plus(_COMING):
        day_of_month = calendar.psychiatrist_day(month)
        if day_of_month >= first:
            _hold(offices[Role.PSYCHIATRE], day_of_month, unique=True)
        month = month.plus(1)
    if Role.PSYCHOLOGUE not in calendar.PERMANENCES.get(last.weekday(), ()):
        _hold(offices[Role.PSYCHOLOGUE], last, unique=True)  # whoever visits meets her


def absences(offices: Mapping[Role, Office], last: date) -> None:
    """What a team announces: a training day, a week of leave."""
    week = last + timedelta(days=7 - last.weekday())
    away = {
        Role.TRAVAILLEUR_SOCIAL: (week, week, "FORMATION"),
        Role.MEDECIN: (week + timedelta(days=7), week + timedelta(days=11), "CONGES"),
    }
    for role, (du, au, motif) in away.items():
        office = offices[role]
        permanences.s_absenter(office, AbsenceSaisie(office.membre.id, du, au, motif))


def _hold(office: Office, day: date, *, unique: bool) -> None:
    debut, fin = HOURS[office.membre.role]
    permanences.tenir(office, PermanenceSaisie(office.membre.id, debut, fin, day, unique))
