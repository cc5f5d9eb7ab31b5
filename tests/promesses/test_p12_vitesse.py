"""P12: a save asks the same of the disk in a cabinet of a day and in one of years.

Seconds depend on who else uses the computer: what is held here is counted, the time is only told.
"""

from collections import Counter
from datetime import date, timedelta

import pytest

from benchmarks import records
from microstructure_desktop.domain.ids import ConsultationId, new_id
from microstructure_desktop.paths import Home
from tests import factories as make
from tests.cabinet import as_new

from . import traced
from .disk import Flush, Say, Write
from .writer import HONEST

YEARS = 4_000
"""Sessions of a busy cabinet in a year, three times."""


def asked_of_the_disk(team, folder):
    """By save: flushes, and bytes written, of the sessions recorded by a real process."""
    home = team.home.root
    lines = traced.run(folder, "tests.promesses.writer", "seul", str(home), HONEST, "7", "30")
    asked, saves = Counter(), 0
    for event in traced.events(lines, home):
        if isinstance(event, Say):
            saves += 1
        elif saves and isinstance(event, Flush):
            asked["flushes"] += 1
        elif saves and isinstance(event, Write):
            asked["bytes"] += len(event.data)
    return asked["flushes"] / saves, asked["bytes"] / saves / 1024


def fill(team):
    patients = [team.patient(f"Légende{chr(97 + n)}") for n in range(20)]
    office = team.psychologue
    with office.store.begin(office.membre.id, office.now()) as work:
        for number in range(YEARS):
            work.consultations.save(
                make.a_consultation(
                    id=ConsultationId(new_id()),
                    patient=patients[number % 20].id,
                    membre=office.membre.id,
                    jour=date(2026, 11, 1) - timedelta(days=number % 900),
                )
            )


@pytest.mark.long
def test_that_a_save_costs_the_same_after_years(team, first_team, tmp_path, record_property):
    new = as_new(first_team, Home(tmp_path / "neuf"))
    new.patient(debut=date(2026, 1, 5))
    fill(team)
    for cabinet in (new, team):
        cabinet.medecin.store.close()
    few, few_bytes = asked_of_the_disk(new, tmp_path)
    many, many_bytes = asked_of_the_disk(team, tmp_path)
    assert many <= few + 0.5
    assert many_bytes <= 2 * few_bytes
    record_property("promesse", "P12")
    record_property(
        "mesure",
        f"{many:.1f} synchronisations et {many_bytes:.0f} Kio par séance après {YEARS} séances,"
        f" {few:.1f} et {few_bytes:.0f} Kio avant",
    )


@pytest.mark.long
def test_how_long_a_save_is_beside_what_the_disk_alone_takes(tmp_path, record_property):
    found = next(one for one in records.run(tmp_path) if "durable" in one.what)
    assert found.ours > 0
    record_property("promesse", "P12")
    record_property(
        "mesure",
        f"{found.ours * 1000:.1f} ms pour {found.what}, {found.ratio:.1f} fois ce que prennent"
        f" {found.against} (médianes de cette machine, ce jour)",
    )
