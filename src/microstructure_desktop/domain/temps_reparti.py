"""The microstructure's own time shown by person: to look at, never what anybody is owed."""

from collections.abc import Iterable
from datetime import date, timedelta

from .cycles import Cycle, par_personne
from .ids import PatientId


def repartir(
    minutes: int, cycles: Iterable[Cycle], premier: date, dernier: date
) -> dict[PatientId, int]:
    """Minutes of meeting, or of psychiatrist, shared by the days of forfait in a period.

    For display only: they are time of the microstructure, and no text gives a person a part of
    them. Each person with a forfait open in the period has a part for each of those days, counted
    once on the day of a change of programme. Whole minutes; those lost by rounding go to the
    largest remainders, the longest followed first, so that the parts add up to `minutes`. Nobody
    has a part when no forfait was open.
    """
    jours = {p: _jours(siens, premier, dernier) for p, siens in par_personne(cycles).items()}
    total = sum(jours.values())
    if not total:
        return {}
    ouverts = {p: n for p, n in jours.items() if n}
    parts = {p: minutes * n // total for p, n in ouverts.items()}
    rang = sorted(ouverts, key=lambda p: (-(minutes * ouverts[p] % total), -ouverts[p], p))
    for patient in rang[: minutes - sum(parts.values())]:
        parts[patient] += 1
    return parts


def _jours(siens: Iterable[Cycle], premier: date, dernier: date) -> int:
    """Days with a forfait; cycles of one person may share one."""
    count, next_day = 0, premier
    for cycle in sorted(siens, key=lambda c: c.debut):
        debut = max(cycle.debut, next_day)
        if debut <= min(cycle.fin, dernier):
            count += cycle.jours(debut, dernier)
            next_day = min(cycle.fin, dernier) + timedelta(days=1)
    return count
