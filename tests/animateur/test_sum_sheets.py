"""Sums as sheets, counted by hand, each row beside how whole it is."""

from dataclasses import replace

from microstructure_desktop.animateur.sum_sheets import feuilles
from microstructure_desktop.reports.tableur.cellules import lignes

from .annees import TOTAL, WHOLE
from .sommes import OCTOBRE


def test_that_a_period_is_a_row():
    whole, _, _ = feuilles((OCTOBRE, TOTAL))
    assert list(lignes(whole)) == [
        ["2025-10", 27, 30, 310, 2, 202, 9690, 0, 29, 118, 0, 1740, None],
        ["2025", 27, 30, 640, 2, 206, 9750, 11, 29, 118, 60, 1740, 12],
    ]


def test_that_acts_are_told_by_profession_nature_and_place():
    _, acts, _ = feuilles((OCTOBRE,))
    assert list(lignes(acts)) == [
        ["2025-10", 27, 30, "Psychologue", "Entretien individuel", "Au cabinet", 162, 7290],
        [
            "2025-10",
            27,
            30,
            "Travail social",
            "Entretien individuel",
            "À domicile ou ailleurs",
            40,
            2400,
        ],
    ]


def test_that_forfaits_stand_beside_what_they_pay_for():
    _, _, packages = feuilles((WHOLE.total,))
    assert [list(map(str, row)) for row in lignes(packages)] == [
        ["2025", "27", "30", "529.00", "5", "4", "1", "0", "0", "0", "None", "None", "None"],
        ["2025", "27", "30", "829.00", "120", "100", "18", "90", "600", "700", "120", "720", "840"],
    ]


def test_that_hidden_people_are_no_zero():
    whole, _, _ = feuilles((replace(OCTOBRE, file_active=0),))
    ((*_, people, hidden),) = (row[:5] for row in lignes(whole))
    assert (people, hidden) == (None, 2)
