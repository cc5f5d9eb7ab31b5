"""Who may try a restoration is told a month after the last one, or after the first backup."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import ExerciceId
from microstructure_desktop.domain.support import Exercice
from microstructure_desktop.services import exercices, sauvegardes


@pytest.fixture
def told(team):
    def asked(jour, role=Role.MEDECIN):
        team.clock.set(jour, time(9))
        with team[role].store.read() as work:
            return exercices.a_dire(work, team[role])

    return asked


def tried(team, probleme=""):
    office, at = team.medecin, team.clock()
    one = Exercice(ExerciceId(probleme or "x"), at, office.membre.id, at, probleme=probleme)
    with office.store.begin(office.membre.id, at) as work:
        work.exercices.save(one)


def test_that_a_month_goes_by_from_the_first_backup_then_from_the_last_success(team, told):
    assert told(date(2027, 3, 1)) == ""  # nothing that could be tried
    team.clock.set(date(2026, 11, 19), time(9))
    sauvegardes.sauvegarder(team.medecin)
    assert told(date(2026, 12, 20)) == ""
    sauvegardes.sauvegarder(team.medecin)
    assert told(date(2026, 12, 21)) == "Jamais essayé"
    assert told(date(2026, 12, 21), Role.SECRETARIAT) == "Jamais essayé"
    assert told(date(2026, 12, 21), Role.PSYCHIATRE) == ""
    tried(team, "abîmée")
    assert told(date(2026, 12, 21)) == "Jamais essayé"
    tried(team)
    assert told(date(2027, 1, 21)) == ""
    assert told(date(2027, 1, 22)) == "Dernier essai réussi le 21/12/2026"
