"""The hours of today's permanence."""

from datetime import time

import pytest

from microstructure_desktop.services import accueil
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.accueil.permanence_strip import PermanenceStrip
from tests.cabinet import TODAY
from tests.factories import a_permanence
from tests.services.cases import planned, write
from tests.ui import a11y


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def strip(show, team, sophie, discretion):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    planned(team, sophie, TODAY, heure=time(14), duree=45)
    made = show(PermanenceStrip(discretion, "psychologue"), 700, 120)
    made.show_permanence(accueil.accueil(team.psychologue).permanence)
    return made


def test_that_each_slot_says_its_hour_and_who_comes(strip):
    assert strip.hours.text() == "Permanence de 14:00 à 17:00 · 3\xa0créneaux libres"
    assert [s.accessibleName() for s in strip.slots] == [
        "14:00, LÉGENDE, attendue",
        "14:45, Libre, prendre un rendez-vous",
        "15:30, Libre, prendre un rendez-vous",
        "16:15, Libre, prendre un rendez-vous",
    ]
    assert a11y.problems(strip) == []


def test_that_a_full_permanence_says_so(strip, team, sophie):
    for hour in ((14, 45), (15, 30), (16, 15)):
        planned(team, sophie, TODAY, heure=time(*hour), duree=45)
    strip.show_permanence(accueil.accueil(team.psychologue).permanence)
    assert strip.hours.text().endswith("· plus de créneau libre")


def test_that_a_click_says_what_was_clicked(qtbot, strip):
    with qtbot.waitSignal(strip.taken_chosen) as taken:
        strip.slots[0].click()
    assert taken.args[0].rendez_vous.heure == time(14)
    with qtbot.waitSignal(strip.free_chosen) as free:
        strip.slots[3].click()
    assert free.args[0].debut == 16 * 60 + 15


def test_that_discretion_names_nobody(strip, discretion):
    discretion.switch(on=True)
    assert strip.slots[0].text() == "S.\xa0L."
    assert "LÉGENDE" not in strip.slots[0].accessibleName()


def test_that_without_a_permanence_there_is_no_strip(strip):
    strip.show_permanence(None)
    assert not strip.isVisible()
    assert strip.slots == []


def test_that_slots_grow_with_the_text(strip, theme):
    before = strip.slots[0].sizeHint()
    theme.choose("clair", 150)
    assert strip.slots[0].sizeHint().width() > before.width()
    assert strip.slots[0].minimumSizeHint() == strip.slots[0].sizeHint()
