"""The team of a year: who was there then, not who is there today."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import permanences, rapport_equipe
from microstructure_desktop.services.permanences import PermanenceSaisie
from tests.ui.pages.reunions import scenes

from .cases import write

EVERYBODY = {Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE}
EVERYBODY |= {Role.SECRETARIAT}


def there(team, annee):
    with team.medecin.store.read() as work:
        return {m.role for m in rapport_equipe.de_l_annee(work, annee)}


def test_that_an_open_account_is_enough(team):
    assert there(team, 2026) == EVERYBODY
    assert there(team, 2025) == set()


def test_that_who_left_this_year_was_there_this_year_and_not_the_next(team):
    write(team, "equipe", replace(team[Role.SECRETARIAT].membre, actif=False))
    assert there(team, 2026) == EVERYBODY
    team.clock.set(date(2027, 2, 1), time(9))
    assert there(team, 2027) == EVERYBODY - {Role.SECRETARIAT}


def test_that_a_consultation_tells_who_held_it(team):
    team.seance(team.patient(debut=date(2024, 2, 1)).id, date(2024, 12, 31))
    assert (there(team, 2024), there(team, 2025)) == ({Role.PSYCHOLOGUE}, set())


def test_that_a_meeting_tells_who_was_there(team):
    scenes.hold(team, scenes.seen(team.patient()), jour=date(2025, 9, 25))
    assert Role.MEDECIN in there(team, 2025)
    assert there(team, 2024) == set()


def test_that_a_permanence_tells_who_keeps_it(team):
    saisie = PermanenceSaisie(team.psychologue.membre.id, time(14), time(17), date(2024, 11, 5))
    permanences.tenir(team.psychologue, saisie)
    assert {y: there(team, y) for y in (2023, 2024, 2025)} == {
        2023: set(),
        2024: {Role.PSYCHOLOGUE},
        2025: {Role.PSYCHOLOGUE},
    }
