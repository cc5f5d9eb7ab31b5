"""Permanences and meetings fall on working days of the month."""

from datetime import date, time

import pytest

from microstructure_desktop.demo import calendar
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois


@pytest.mark.parametrize("numero", range(1, 13))
def test_that_the_meeting_is_on_the_last_thursday(numero):
    mois = Mois(2026, numero)
    jour = calendar.meeting_day(mois)
    assert jour in mois
    assert jour.weekday() == 3
    assert (mois.dernier - jour).days < 7


def test_that_nobody_meets_or_receives_at_christmas():
    christmas = date(2025, 12, 25)
    assert christmas.weekday() == calendar.THURSDAY
    assert calendar.meeting_day(Mois(2025, 12)) == date(2025, 12, 18)
    assert calendar.present(christmas) == ()
    assert calendar.next_day(Role.PSYCHOLOGUE, date(2025, 12, 18)) == date(2026, 1, 8)


def test_that_the_psychiatrist_comes_once_a_month():
    days = calendar.days(date(2026, 1, 1), date(2026, 12, 31))
    visits = [jour for jour in days if Role.PSYCHIATRE in calendar.present(jour)]
    assert len(visits) == 12
    assert {jour.month for jour in visits} == set(range(1, 13))


def test_that_the_next_permanence_is_strictly_later():
    thursday = date(2026, 11, 19)
    assert calendar.next_day(Role.PSYCHOLOGUE, thursday) == date(2026, 11, 26)
    assert calendar.next_day(Role.TRAVAILLEUR_SOCIAL, thursday) == date(2026, 11, 23)


def test_that_appointments_follow_each_other():
    assert [calendar.slot(Role.PSYCHOLOGUE, n) for n in range(3)] == [
        time(14),
        time(14, 45),
        time(15, 30),
    ]


def test_that_the_network_meets_four_times_a_year_on_a_working_friday():
    days = [calendar.network_day(Mois(2026, n)) for n in range(1, 13)]
    held = [jour for jour in days if jour is not None]
    assert held == [date(2026, 3, 20), date(2026, 6, 19), date(2026, 9, 18), date(2026, 12, 18)]


def test_that_the_team_meets_besides_when_the_cabinet_is_open():
    assert calendar.other_day(Mois(2026, 10)) == date(2026, 10, 2)
    assert calendar.other_day(Mois(2026, 9)) is None
    # the first two Fridays of May 2026 are holidays, the 1st and the 8th
    assert calendar.other_day(Mois(2026, 5)) == date(2026, 5, 15)
