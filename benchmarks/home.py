"""Accueil, whatever the people who came and left before."""

from datetime import UTC, datetime
from pathlib import Path

from microstructure_desktop.services import unlock
from microstructure_desktop.services.accueil import accueil
from microstructure_desktop.services.office import Office

from .history import LAST, fill
from .measure import Ratio, paired
from .stores import cabinet, moved

SIZES = (300, 3000)
GOALS = {3000: 1.5}
YEARS = 10
NOW = datetime(LAST, 12, 31, 13, tzinfo=UTC)
TIMES = 15


def run(folder: Path) -> list[Ratio]:
    """Against a cabinet that opened this year, with the same number of people in it.

    Every meeting ever held is read, a few milliseconds of the smaller cabinet: it has no goal.
    """
    found: list[Ratio] = []
    for size in SIZES:
        office = _office(folder / str(size), size, YEARS)
        young = _office(folder / f"{size}-1", size // YEARS, 1)
        ours, one = paired(
            lambda office=office: accueil(office), lambda young=young: accueil(young), TIMES
        )
        unlock.close(office)
        unlock.close(young)
        what = f"accueil, {size} personnes en {YEARS} ans"
        against = f"la même année sans les {YEARS - 1} d’avant"
        found.append(Ratio(what, against, ours, one, GOALS.get(size, 0.0)))
    return found


def _office(folder: Path, patients: int, years: int) -> Office:
    office = moved(cabinet(folder), NOW)
    fill(office, patients, years)
    return office
