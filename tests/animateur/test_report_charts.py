"""Charts show the figures of the months, each with the structures that are in it."""

from dataclasses import replace

from microstructure_desktop.animateur import report_charts
from microstructure_desktop.animateur.completeness import Completude
from microstructure_desktop.charts.model import valeurs

from .annees import TOTAL, WHOLE
from .sommes import OCTOBRE


def test_that_those_awaited_and_received_are_told_apart():
    found = report_charts.structures(WHOLE)
    assert [[p.valeur for p in row.points] for row in found.rangees] == [[27, 30], [30, 30]]
    assert [day.isoformat() for day in found.mois] == ["2025-10-01", "2025-11-01"]


def test_that_people_are_told_with_what_is_missing():
    (row,) = report_charts.file_active(WHOLE).rangees
    assert [(p.valeur, p.note) for p in row.points] == [
        (310, "27 structures sur 30, 2 sans nombre"),
        (330, "30 structures sur 30, 2 sans nombre"),
    ]


def test_that_meetings_are_told_month_by_month():
    (row,) = report_charts.reunions(WHOLE).rangees
    assert [(p.valeur, p.note) for p in row.points] == [
        (29, "27 structures sur 30"),
        (29, "30 structures sur 30"),
    ]


def test_that_acts_are_told_by_profession():
    found = report_charts.actes(WHOLE)
    assert found.categories == ("Psychologue", "Travail social", "Psychiatre")
    assert valeurs(found) == [162, 40, 4]


def test_that_a_forfait_shows_what_it_pays_for():
    found = report_charts.forfait(TOTAL.forfaits[1], "Forfait")
    assert found.categories == ("Médecin généraliste", "Psychologue", "Travail social")
    assert valeurs(found) == [90, 600, 700, 120, 720, 840]


def test_that_what_is_hidden_or_never_came_is_no_zero():
    hidden = replace(OCTOBRE, file_active=0)
    empty = replace(hidden, completude=Completude(0, 30), masquees=0, reunions=0)
    told = replace(WHOLE, mois=(hidden, empty))
    (people,) = report_charts.file_active(told).rangees
    assert [point.valeur for point in people.points] == [None, None]
    (meetings,) = report_charts.reunions(told).rangees
    assert [point.valeur for point in meetings.points] == [29, None]
