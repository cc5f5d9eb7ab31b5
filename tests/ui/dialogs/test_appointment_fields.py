"""What the fields of an appointment understand."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import rendez_vous
from microstructure_desktop.services.rendez_vous import UNE_FOIS, Serie
from microstructure_desktop.ui.dialogs.appointment_fields import AppointmentFields
from microstructure_desktop.ui.dialogs.appointment_wish import Wish
from microstructure_desktop.ui.widgets.field import show_problems
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.SECRETARIAT)
    yield made
    made.settle()


@pytest.fixture
def fields(show, desk):
    made = show(AppointmentFields(desk.context, Wish()), 560, 480)
    made.set_members(rendez_vous.professionnels(desk.office))
    return made


def choose(combo, code):
    combo.set_value(code)
    combo.changed.emit(code)


def test_that_dates_may_be_relative_and_hours_short(fields, taper):
    taper(fields.day, "+2 sem.")
    taper(fields.hour, "14h")
    assert fields.saisi().jour == date(2026, 12, 3)
    assert fields.saisi().heure == time(14)
    assert a11y.problems(fields) == []
    assert "et le secrétariat" in fields.fields["precision"].hint_text


@pytest.mark.parametrize(
    ("delay", "day"),
    [
        ("7", date(2026, 11, 26)),
        ("14", date(2026, 12, 3)),
        ("28", date(2026, 12, 17)),
        ("mois", date(2026, 12, 19)),
    ],
)
def test_that_a_delay_counts_from_the_day_shown_at_first(fields, delay, day):
    fields.delays.chip("7").click()
    fields.delays.chip(delay).click()
    assert fields.saisi().jour == day


def test_that_the_usual_length_is_the_professional_s_until_one_is_typed(fields, team, taper):
    choose(fields.member, team.psychologue.membre.id)
    assert fields.saisi().duree == 45
    choose(fields.member, team.travailleur_social.membre.id)
    assert fields.saisi().duree == 30
    fields.duration.clear()
    taper(fields.duration, "20")
    choose(fields.member, team.psychologue.membre.id)
    assert fields.saisi().duree == 20


def test_that_one_professional_alone_is_not_asked_about(fields, team):
    fields.set_members((team.psychologue.membre,))
    assert not fields.fields["membre"].isVisible()
    assert fields.saisi().membre == team.psychologue.membre.id


def test_that_a_series_is_asked_for_in_weeks(fields):
    assert fields.serie() == UNE_FOIS
    assert not fields.fields["fois"].isVisible()
    choose(fields.rhythm, "2")
    assert fields.fields["fois"].isVisible()
    assert fields.serie() == Serie(6, 2)
    fields.times.setText("x")
    assert fields.serie() == UNE_FOIS


def test_that_relatives_may_come(fields, qtbot):
    assert not fields.saisi().entourage
    qtbot.keyClick(fields.whom, Qt.Key.Key_Right)
    assert fields.saisi().entourage


def test_that_what_is_typed_forgives_what_was_wrong(fields, taper, desk):
    assert show_problems(fields.fields, rendez_vous.problems(fields.saisi(), date(2026, 11, 19)))
    assert fields.fields["jour"].error_text
    taper(fields.day, "+")
    assert not fields.fields["jour"].error_text
    assert not show_problems(fields.fields, {})


def test_that_somebody_chosen_leads_to_the_day(fields, team, qtbot):
    person = team.patient()
    fields.person.set_person(person.id, person)
    fields.person.chosen.emit()
    qtbot.waitUntil(fields.day.hasFocus)
    assert fields.saisi().patient == person.id
