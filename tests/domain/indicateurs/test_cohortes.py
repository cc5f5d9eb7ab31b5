"""Who entered and who left for the first time, counted by hand."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.indicateurs.cohortes import entres, sortis
from tests import factories as make

from .faits import FaitsEcrits


def suivi(patient, debut, fin=""):
    return make.an_inclusion(
        patient=patient,
        debut=date.fromisoformat(debut),
        fin=date.fromisoformat(fin) if fin else None,
    )


FAITS = FaitsEcrits(
    le=date(2026, 11, 22),
    les_inclusions=[
        suivi("b", "2026-03-01"),
        suivi("b", "2025-01-01", "2025-06-30"),
        suivi("c", "2026-01-01", "2026-01-01"),
        # changes of programme: on the day, and the day after
        suivi("d", "2024-01-01", "2025-02-01"),
        suivi("d", "2025-02-01", "2025-03-31"),
        suivi("d", "2025-04-01", "2026-05-01"),
        suivi("d", "2026-05-03", "2026-08-01"),
        suivi("e", "2025-12-31", "2026-12-01"),
        # one inside the other
        suivi("f", "2025-05-01", "2026-07-01"),
        suivi("f", "2025-06-01", "2025-07-01"),
        suivi("g", "2026-11-22", "2026-11-22"),
    ],
)


def test_that_who_comes_back_is_no_entrant_again():
    found = {year: "".join(sorted(entres(FAITS, year))) for year in (2024, 2025, 2026)}
    assert found == {2024: "d", 2025: "bef", 2026: "cg"}
    assert entres(FAITS, 2025)["b"].debut == date(2025, 1, 1)


def test_that_an_exit_is_the_first_that_nothing_continues():
    found = {year: "".join(sorted(sortis(FAITS, year))) for year in (2024, 2025, 2026)}
    assert found == {2024: "", 2025: "b", 2026: "cdfg"}
    assert sortis(FAITS, 2026)["d"].sortie == date(2026, 5, 1)
    assert sortis(FAITS, 2026)["d"].premiere.debut == date(2024, 1, 1)


def test_that_a_follow_up_lasts_until_they_came_back():
    lasted = sortis(FAITS, 2026)["d"]
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2026, 5, 2), date(2026, 5, 3)]
    assert [day in lasted for day in days] == [False, True, True, False]
    assert date(2030, 1, 1) in sortis(FAITS, 2026)["c"]


def test_that_what_is_to_come_has_not_happened():
    before = replace(FAITS, le=date(2026, 11, 21))
    assert "g" not in entres(before, 2026)
    assert "g" not in sortis(before, 2026)
