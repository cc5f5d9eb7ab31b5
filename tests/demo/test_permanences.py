"""The fictional team is there when the story says so, and two of them will be away."""

from datetime import date, timedelta

from microstructure_desktop.demo import calendar
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import accueil, semaine
from microstructure_desktop.services.horaires import horaires

from .conftest import LAST


def hours(told):
    offices = told[0].offices
    with offices[Role.MEDECIN].store.read() as work:
        return horaires(work), {role: offices[role].membre.id for role in SOIGNANTS}


def test_that_everybody_who_receives_has_hours(told):
    temps, membres = hours(told)
    assert all(temps.ecrits(membre) for membre in membres.values())


def test_that_the_story_and_the_hours_agree(told):
    temps, membres = hours(told)
    monday = date(2026, 9, 7)
    for day in (monday + timedelta(days=n) for n in range(28)):
        there = {role for role, membre in membres.items() if temps.du_jour(membre, day)}
        assert there == set(calendar.present(day)), day


def test_that_the_psychiatrist_comes_once_a_month_for_two_hours(told):
    temps, membres = hours(told)
    day = calendar.psychiatrist_day(Mois(2026, 10))
    (span,) = temps.du_jour(membres[Role.PSYCHIATRE], day)
    assert span.duree == 120


def test_that_whoever_visits_meets_a_psychologist_at_work(told):
    shown = accueil.accueil(told[0].offices[Role.PSYCHOLOGUE])
    assert shown.permanence is not None
    assert shown.permanence.libres + len(shown.rendez_vous) >= 4


def test_that_next_week_somebody_is_away(told):
    office = told[0].offices[Role.SECRETARIAT]
    found = semaine.semaine(office, semaine.lundi_de(LAST) + timedelta(days=7))
    assert any(jour.absents for jour in found.jours)
