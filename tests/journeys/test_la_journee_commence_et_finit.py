"""A psychologist's day: who comes, who did not, who else may, and what is left in the evening."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from tests.cabinet import TODAY
from tests.factories import a_permanence
from tests.services.cases import planned, write

ALT = Qt.KeyboardModifier.AltModifier
TO_OPEN, TO_MISS, TO_GIVE = 1, 2, 12
ALL_WELL = "Tout est en ordre."


@pytest.fixture
def people(team):
    """Sophie at two, Luc at a quarter to three; Ana could come."""
    found = [
        team.patient("Légende", "Sophie"),
        team.patient("Bernard", "Luc"),
        team.patient("Costa", "Ana"),
    ]
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    planned(team, found[0], TODAY, heure=time(14), duree=45)
    planned(team, found[1], TODAY, heure=time(14, 45), duree=45)
    return found


@pytest.fixture
def claire(sit, people):
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("accueil")
    return hands


def recorded(hands):
    with hands.desk.office.store.read() as work:
        return [(a.patient, a.issue) for a in work.consultations.between(TODAY, TODAY)]


def test_that_one_click_opens_the_record_of_who_comes(claire, people, counted):
    counted.clicks = 0
    claire.click(claire.page.appointments.rows[0].name_button)
    assert claire.at() == "dossier"
    assert claire.says("Légende")
    assert (counted.clicks, counted.keys) == (TO_OPEN, 0)


def test_that_an_absence_is_two_clicks_and_one_key_takes_it_back(claire, people, counted):
    counted.clicks = 0
    claire.click(claire.page.appointments.rows[0].more_button)
    claire.click_action("Absente, sans prévenir")
    assert counted.clicks == TO_MISS
    assert recorded(claire) == [(people[0].id, Issue.ABSENT_NON_EXCUSE)]
    claire.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert recorded(claire) == []


def test_that_a_free_hour_is_given_with_a_few_keys(claire, people, counted):
    counted.keys = counted.clicks = 0
    claire.key(Qt.Key.Key_2, ALT)
    assert claire.at() == "agenda"
    claire.key(Qt.Key.Key_Down)
    claire.key(Qt.Key.Key_Down)
    claire.key(Qt.Key.Key_Return)
    claire.write("cos")
    claire.key(Qt.Key.Key_Return)
    claire.key(Qt.Key.Key_Return)
    assert not claire.window.findChildren(AppointmentDialog)
    assert counted.clicks == 0
    assert counted.keys <= TO_GIVE, counted.keys
    with claire.desk.office.store.read() as work:
        (taken,) = work.rendez_vous.of(people[2].id)
    assert (taken.jour, taken.heure, taken.duree) == (TODAY, time(15, 30), 45)


def test_that_the_evening_says_what_is_left_one_click_each(claire, people, team, counted):
    team.seance(people[0].id, TODAY)
    team.clock.set(TODAY, time(17, 5))
    claire.go("accueil")
    end = claire.page.end
    (left,) = end.list.lines()
    assert left.text() == "BERNARD Luc"
    counted.clicks = 0
    claire.click(left)
    assert claire.at() == "seance"
    assert counted.clicks == 1
    team.seance(people[1].id, TODAY, issue=Issue.ABSENT_EXCUSE)
    claire.go("accueil")
    assert claire.says(ALL_WELL)


def test_that_the_day_opens_on_what_colleagues_did(claire, people, team):
    team.clock.set(date(2026, 11, 12), time(9))
    team.seance(people[0].id, date(2026, 11, 12))
    team.seance(people[0].id, date(2026, 11, 17), Role.MEDECIN, note_partagee="Canari.")
    team.clock.set(TODAY, time(14, 5))
    claire.go("accueil")
    first = claire.page.news.list.lines()[0]
    assert first.text() == "LÉGENDE Sophie"
    assert "vient aujourd’hui" in first.accessibleName()
    assert not claire.says("Canari")
    claire.click(first)
    assert claire.at() == "dossier"
