"""Before anything leaves: what is verified, what stays here and why."""

from datetime import time

import pytest

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import envois, syntheses
from microstructure_desktop.services.envois_depart import Controle, Retenue, Situation

from .conventions import coded
from .mois import OCTOBRE, agreed, crowded

SEPTEMBRE, NOVEMBRE = Mois(2026, 9), Mois(2026, 11)


def depart(team, mois=OCTOBRE):
    return envois.depart(team.psychologue, mois)


def failed(team, mois=OCTOBRE):
    return {c for c, ok in depart(team, mois).controles if not ok}


def test_that_before_a_convention_all_is_shown_and_one_check_says_so(team):
    crowded(team)
    coded(team.medecin)
    shown = depart(team)
    assert (shown.situation, shown.pli, shown.paquet, shown.animateur) == (
        Situation.JAMAIS,
        None,
        None,
        "",
    )
    assert shown.contenu.activite
    assert [name for name, _ in shown.fichiers] == [
        "data/activite.csv",
        "data/file_active.csv",
        "data/fonctionnement.csv",
        "data/forfaits.csv",
    ]
    assert (shown.obstacles, shown.pret) == ((Controle.CONVENTION,), False)


def test_that_a_month_that_is_over_passes_every_check(team):
    crowded(team)
    agreed(team)
    shown = depart(team)
    assert all(ok for _, ok in shown.controles)
    assert {c for c, _ in shown.controles} == set(Controle)
    assert (shown.pret, shown.animateur, shown.sequence) == (True, "RAMIP", 1)
    assert shown.paquet is not None


def test_that_a_month_that_runs_is_stopped(team):
    crowded(team)
    agreed(team)
    assert failed(team, NOVEMBRE) == {Controle.MOIS_TERMINE}
    assert not depart(team, NOVEMBRE).pret


def test_that_an_open_meeting_is_said_and_stops_nothing(team):
    crowded(team)
    agreed(team)
    back = team.clock().astimezone()
    team.clock.set(OCTOBRE.dernier, time(12))
    opened = syntheses.prepare(team.psychologue)
    syntheses.begin(team.psychologue, opened.synthese, opened.based_on)
    team.clock.set(back.date(), back.time())
    assert failed(team) == {Controle.REUNION_CLOSE}
    assert depart(team).pret


def test_that_what_is_sealed_is_not_ready_again(team):
    crowded(team)
    agreed(team)
    pli = envois.sceller(team.medecin, OCTOBRE)
    shown = depart(team)
    assert (shown.situation, shown.pli, shown.pret) == (Situation.INCHANGE, pli, False)


@pytest.mark.parametrize(
    ("later", "said"),
    [(0, (Retenue.REPORTEE, None)), (3, (Retenue.PARTIE, OCTOBRE))],
)
def test_what_becomes_of_acts_that_are_too_few(team, later, said):
    """September's three people wait, or left with those of October."""
    crowded(team, SEPTEMBRE, 3)
    crowded(team, OCTOBRE, later)
    agreed(team)
    envois.sceller(team.medecin, OCTOBRE)
    shown = depart(team, SEPTEMBRE)
    assert (shown.retenue, shown.avec) == said


def test_that_acts_before_a_month_that_left_stay_here(team):
    """October left alone; the three people of September were recorded afterwards."""
    crowded(team)
    agreed(team)
    envois.sceller(team.medecin, OCTOBRE)
    crowded(team, SEPTEMBRE, 3)
    assert depart(team, SEPTEMBRE).retenue is Retenue.RESTE
    assert depart(team).retenue is None
