"""The year of meetings beside the one before; figures counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import Point, TypeReunion
from microstructure_desktop.services import autres_reunions, bilan_reunions, formations
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.formations import FormationSaisie
from tests.services.cases import as_role
from tests.ui.pages.reunions import scenes


def test_that_a_year_counts_what_the_records_say(team):
    office = team.psychologue
    sophie, luc = team.patient(), team.patient("Bernard", "Luc")
    for known in (sophie, luc):
        team.seance(known.id, date(2026, 9, 1))
    team.seance(luc.id, date(2025, 9, 2))
    scenes.hold(team, scenes.seen(sophie), jour=date(2026, 9, 24))
    scenes.hold(team, scenes.seen(sophie))
    found = bilan_reunions.bilan(office)
    this, last = found.annee, found.precedente
    assert (this.annee, last.annee) == (2026, 2025)
    # Each from 12:30 to 13:25; one person each time; Luc was seen and never discussed.
    assert (this.syntheses.reunions, this.syntheses.duree_moyenne) == (2, 55)
    assert (this.syntheses.patients_dixiemes, this.syntheses.evoques) == (10, 1)
    assert this.syntheses.file_active == 2
    assert (last.syntheses.reunions, last.syntheses.file_active) == (0, 1)
    assert bilan_reunions.bilan(office, 2025).annee == last


def test_that_other_meetings_and_trainings_are_counted(team):
    office = team.psychologue
    made = autres_reunions.ouvrir(
        office, autres_reunions.creer(office, TypeReunion.TRIMESTRIELLE).id
    )
    said = replace(made.reunion, points=(Point("Divers", "Dit."),))
    autres_reunions.close(office, said, made.based_on)
    saisie = FormationSaisie(office.membre.id, "CONCEPT", "Pas", date(2026, 5, 14), heures=7)
    formations.enregistrer(office, saisie)
    autres = bilan_reunions.bilan(office).annee.autres
    assert (autres.trimestrielles, autres.minutes, autres.heures) == (1, 120, 7)


def test_that_who_takes_no_part_in_the_synthesis_has_no_figure_of_it(team):
    outside = as_role(team.medecin, Role.COORDINATION)
    assert bilan_reunions.bilan(outside).annee.syntheses is None
    with pytest.raises(AccessDenied):
        bilan_reunions.bilan(team[Role.SECRETARIAT])
