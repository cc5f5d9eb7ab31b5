"""The appointments of the day and their buttons."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.services import accueil, consultations
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.appointments_card import AppointmentsCard
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from tests.cabinet import TODAY
from tests.services.cases import planned
from tests.ui import a11y


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def card(show, discretion):
    return show(AppointmentsCard(discretion), 760, 400)


@pytest.fixture
def row(card, team, sophie):
    """One appointment of today, as it stands after what the test did."""

    def made():
        card.show_day(accueil.accueil(team.psychologue))
        return card.rows[0]

    planned(team, sophie, TODAY, heure=time(14))
    return made


def test_that_somebody_expected_is_begun_with_in_one_click(qtbot, card, row, sophie):
    shown = row()
    assert shown.button.text() == "Commencer"
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.route_chosen) as chosen:
        shown.button.click()
    assert chosen.args == [Route("seance", patient_id=sophie.id)]


def test_that_the_name_opens_the_record(qtbot, card, row, sophie):
    shown = row()
    with qtbot.waitSignal(card.route_chosen) as chosen:
        shown.name_button.click()
    assert chosen.args == [Route("dossier", patient_id=sophie.id)]


def test_that_a_session_under_way_is_gone_on_with(team, row, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_partagee": "x"})
    shown = row()
    assert shown.button.text() == "Continuer"
    assert not shown.more_button.isEnabled()


@pytest.mark.parametrize(
    ("issue", "said"), [(Issue.HONORE, "Voir"), (Issue.ABSENT_EXCUSE, "Replanifier")]
)
def test_that_a_recorded_session_opens_itself(qtbot, card, team, row, sophie, issue, said):
    made = team.seance(sophie.id, TODAY, issue=issue)
    shown = row()
    assert shown.button.text() == said
    with qtbot.waitSignal(card.route_chosen) as chosen:
        shown.button.click()
    assert chosen.args == [Route("seance", patient_id=sophie.id, consultation_id=made.id)]


def test_that_an_absence_takes_two_clicks(qtbot, card, row, sophie):
    shown = row()
    qtbot.mouseClick(shown.more_button, Qt.MouseButton.LeftButton)
    assert shown.menu.isVisible()
    words = [a.text() for a in shown.menu.actions() if a.text()]
    assert words == [
        "Absente, excusée",
        "Absente, sans prévenir",
        "Rendez-vous reporté",
        "Annuler ce rendez-vous…",
    ]
    with qtbot.waitSignal(card.absence_noted) as noted:
        shown.menu.actions()[0].trigger()
    assert noted.args == [sophie.id, Issue.ABSENT_EXCUSE]
    shown.menu.close()


def test_that_an_empty_day_announces_the_next_one(card, team, sophie, discretion):
    planned(team, sophie, date(2026, 11, 26), heure=time(9, 30))
    card.show_day(accueil.accueil(team.psychologue))
    empty = card.findChild(EmptyState)
    assert empty._title.text() == "Pas de rendez-vous aujourd’hui"
    assert empty._text.text().endswith("novembre\u00a02026 à 09:30, LÉGENDE Sophie")
    discretion.switch(on=True)
    assert empty._text.text().endswith(", S.\u00a0L. · n°\u00a00001")


def test_that_nothing_is_announced_when_nothing_is_planned(card, team):
    card.show_day(accueil.accueil(team.psychologue))
    assert card.findChild(EmptyState)._text.text() == ""


def test_that_a_discreet_line_is_named_anew_where_it_stands(qtbot, row, discretion):
    shown = row()
    shown.name_button.setFocus()
    discretion.switch(on=True)
    who = "S.\u00a0L. · n°\u00a00001"
    assert shown.name_button.text() == who
    assert shown.name_button.accessibleName() == f"Ouvrir le dossier : {who}"
    assert shown.button.accessibleName() == f"Commencer : {who}"
    assert shown.more_button.accessibleName() == f"Absence ou annulation : {who}"
    assert shown.more_button.toolTip() == f"Absence ou annulation : {who}"
    qtbot.waitUntil(shown.name_button.hasFocus)
