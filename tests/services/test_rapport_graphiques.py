"""Which sections of the report draw something."""

from microstructure_desktop.charts.model import Barres, Courbe
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_chiffres
from microstructure_desktop.services.rapport_graphiques import graphiques

from .rapport_scene import counted


def drawn(team, section):
    chiffres = rapport_chiffres.compter(team.medecin, 2026)
    return graphiques(team.medecin.reference, chiffres, section)


def test_that_people_are_drawn_month_after_month_and_acts_by_profession(team):
    counted(team)
    (curve,) = drawn(team, Section.FILE_ACTIVE)
    assert isinstance(curve, Courbe)
    assert [p.valeur for p in curve.rangees[0].points][3:5] == [1, 1]  # April, May
    bars = [g for g in drawn(team, Section.ACTIVITE) if isinstance(g, Barres)]
    assert [p.valeur for p in bars[0].rangees[0].points][1:3] == [2, 1]


def test_that_nothing_is_drawn_of_nothing(team):
    assert drawn(team, Section.FILE_ACTIVE) == ()
    assert drawn(team, Section.IDENTITE) == ()
