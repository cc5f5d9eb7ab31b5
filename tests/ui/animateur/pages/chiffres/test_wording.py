"""Figures with how much of the region is in them, and volumes of each structure."""

from dataclasses import replace

import pytest

from microstructure_desktop.ui.animateur.pages.chiffres import acts, wording
from tests.animateur.cases import FEVRIER


@pytest.fixture
def annee(world):
    """Two cabinets of ten acts a month; the second sent nothing."""
    cabinet = world.region.cabinet()
    world.region.cabinet("OCC-31-002")
    world.region.send(cabinet)
    world.region.send(cabinet, FEVRIER)
    return acts.lire(world.desk, 2026).annee


def test_that_the_year_then_its_months_are_offered(annee):
    assert wording.periods(annee) == [
        ("", "Toute l’année 2026"),
        ("2026-01", "janvier\xa02026"),
        ("2026-02", "février\xa02026"),
        ("2026-03", "mars\xa02026"),
    ]
    assert wording.totals(annee, "2026-01") is annee.mois[0]
    assert wording.totals(annee, "") is annee.total


def test_that_a_month_is_told_in_four_figures(annee):
    people, done, forfaits, meetings = wording.figures(annee.mois[1])
    assert (people.valeur, people.part, people.legende) == ("10", 0.5, "1 structure sur 2")
    assert (done.valeur, done.legende) == ("10", "6\xa0h\xa030")
    assert (forfaits.valeur, forfaits.legende) == ("2", "depuis janvier, 2 en cours")
    assert meetings.legende == "4\xa0présences, psychiatre 1\xa0h\xa000"
    hidden = wording.figures(replace(annee.mois[1], masquees=1))[0]
    assert hidden.legende == "1 structure sur 2, 1 sans nombre"
    assert wording.figures(replace(annee.mois[1], masquees=1, file_active=0))[0].valeur == "—"


def test_that_forfaits_stand_beside_what_they_pay_for(annee):
    charts = wording.charts(annee)
    assert [chart.titre for chart in charts][2] == ("Forfaits à 829\xa0€\xa0: actes faits et payés")
    done, paid = charts[2].rangees
    assert [point.valeur for point in done.points] == [2, 8, 10]
    assert [point.valeur for point in paid.points] == [2, 12, 14]


def test_that_what_is_not_known_of_a_structure_is_not_a_zero(annee):
    first, second = wording.volumes(annee)
    assert (first.mois, first.dites, first.actes, first.forfaits, first.reunions) == (
        "2/3", "12", 20, 2, 2,
    )  # fmt: skip
    assert (second.mois, second.dites, second.actes) == ("0/3", "non dit", 0)
