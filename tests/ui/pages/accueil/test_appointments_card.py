"""The appointments of the day, the permanence above them, and what an empty day says."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import accueil
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.accueil.appointments_card import AppointmentsCard
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from tests.cabinet import TODAY
from tests.factories import a_permanence
from tests.services.cases import planned, write
from tests.ui import a11y


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def card(show, discretion):
    return show(AppointmentsCard(discretion, "psychologue", own=True), 760, 400)


@pytest.fixture
def shown(card, team):
    """The card of today, as it stands after what the test did."""

    def made():
        card.show_day(accueil.accueil(team.psychologue))
        return card

    return made


def empty(card):
    found = card.findChild(EmptyState)
    return found._title.text(), found._text.text()


def test_that_each_appointment_has_its_row(shown, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    planned(team, team.patient("Autre"), TODAY, heure=time(14))
    card = shown()
    assert [r.name_button.text() for r in card.rows] == ["AUTRE Sophie", "LÉGENDE Sophie"]
    assert a11y.problems(card) == []


def test_that_a_free_slot_is_given_in_one_click(qtbot, shown, team):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    card = shown()
    with qtbot.waitSignal(card.plan_asked) as asked:
        card.strip.slots[1].click()
    assert asked.args == [Plage.entre(time(14, 45), time(15, 30))]


def test_that_a_taken_slot_leads_to_its_row(qtbot, shown, team, sophie):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    planned(team, sophie, TODAY, heure=time(14, 45), duree=45)
    card = shown()
    card.strip.slots[1].click()
    qtbot.waitUntil(card.rows[0].button.hasFocus)


def test_that_what_a_row_asks_names_its_line(qtbot, shown, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    card = shown()
    with qtbot.waitSignal(card.menu_asked) as asked:
        card.rows[0].more_button.click()
    assert asked.args[0] == card.rows[0].line
    with qtbot.waitSignal(card.again_chosen) as again:
        card.rows[0].again_chosen.emit()
    assert again.args == [card.rows[0].line]


def test_that_a_day_without_permanence_announces_the_next_one(qtbot, shown, team):
    psy = team.psychologue.membre.id
    write(team, "permanences", a_permanence(membre=psy, jour_semaine=1, debut=time(9)))
    card = shown()
    assert empty(card) == (
        "Pas de permanence aujourd’hui", "Prochaine\xa0: mardi 24\xa0novembre, 09:00",
    )  # fmt: skip
    with qtbot.waitSignal(card.plan_asked) as asked:
        card.findChild(EmptyState).action_button.click()
    assert asked.args == [None]


def test_that_an_empty_day_announces_the_next_appointment(shown, team, sophie, discretion):
    planned(team, sophie, date(2026, 11, 26), heure=time(9, 30))
    card = shown()
    title, text = empty(card)
    assert title == "Pas de rendez-vous aujourd’hui"
    assert text.endswith("novembre\u00a02026 à 09:30, LÉGENDE Sophie")
    discretion.switch(on=True)
    assert empty(card)[1].endswith(", S.\u00a0L. · n°\u00a00001")


def test_that_nothing_is_announced_when_nothing_is_planned(shown):
    assert empty(shown())[1] == ""


def test_that_a_discreet_line_is_named_anew_where_it_stands(qtbot, shown, team, sophie, discretion):
    planned(team, sophie, TODAY, heure=time(15))
    row = shown().rows[0]
    row.name_button.setFocus()
    discretion.switch(on=True)
    assert row.name_button.text() == "S.\u00a0L. · n°\u00a00001"
    qtbot.waitUntil(row.name_button.hasFocus)


def test_that_the_day_may_be_finished_before_its_end(qtbot, shown, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    card = shown()
    with qtbot.waitSignal(card.end_asked):
        card.end_button.click()
    team.clock.set(TODAY, time(18))
    assert not shown().end_button.isVisible()


def test_that_the_reception_shows_the_whole_cabinet(show, team, sophie, discretion):
    planned(team, sophie, TODAY, Role.MEDECIN, heure=time(9))
    card = show(AppointmentsCard(discretion, "secretariat", own=False), 760, 400)
    card.show_day(accueil.accueil(team[Role.SECRETARIAT]))
    assert len(card.rows) == 1
    assert not card.strip.isVisible()
    assert not card.end_button.isVisible()
