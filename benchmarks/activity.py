"""The figures of one year on the page « Activité », whatever the years behind it."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import event

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import indicateurs, unlock
from microstructure_desktop.services.office import Office

from .history import LAST, fill
from .measure import Ratio, paired
from .stores import cabinet, moved

SIZES = (30, 300, 3000)
YEARS = 10
NOW = datetime(LAST, 12, 31, 13, tzinfo=UTC)
TIMES = 7


def run(folder: Path) -> list[Ratio]:
    found: list[Ratio] = []
    for size in SIZES:
        office = _office(folder / str(size), size, YEARS)
        asked = _statements(office)
        raw = office.store._raw
        ours, rows = paired(
            lambda office=office: _year(office),
            lambda asked=asked, raw=raw: [raw.execute(sql, v).fetchall() for sql, v in asked],
            TIMES,
        )
        what = f"activité d’une année, {size} patients en {YEARS} ans"
        found.append(Ratio(what, "mêmes requêtes, pilote nu", ours, rows))
        found.append(_history(folder, office, size))
        unlock.close(office)
    return found


def _history(folder: Path, office: Office, size: int) -> Ratio:
    """Against a cabinet that opened that year, with the same number of people in it."""
    young = _office(folder / f"{size}-1", size // YEARS, 1)
    ours, one = paired(lambda: _year(office), lambda: _year(young), TIMES)
    unlock.close(young)
    against = f"la même année sans les {YEARS - 1} d’avant"
    what = f"cette année, {size // YEARS} personnes, {YEARS} ans derrière"
    return Ratio(what, against, ours, one, 1.5)


def _office(folder: Path, patients: int, years: int) -> Office:
    office = moved(cabinet(folder), NOW)
    fill(office, patients, years)
    return office


def _year(office: Office) -> None:
    """What the page asks: the year, and the month that it opens on."""
    indicateurs.de_l_annee(office, LAST)
    indicateurs.du_mois(office, Mois(LAST, 11))


def _statements(office: Office) -> list[tuple[str, tuple[object, ...]]]:
    asked: list[tuple[str, tuple[object, ...]]] = []

    def keep(_connection, _cursor, sql, values, _context, _many) -> None:
        asked.append((sql, tuple(values)))

    engine = office.store._engine
    event.listen(engine, "before_cursor_execute", keep)
    _year(office)
    event.remove(engine, "before_cursor_execute", keep)
    return asked
