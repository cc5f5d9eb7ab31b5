"""The day of the person at the keyboard."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import accueil
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.page import AccueilPage
from tests.cabinet import TODAY
from tests.services.cases import planned
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def opened(show, team, theme):
    desks = []

    def opener(role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(AccueilPage(desk.context), 1200, 800)
        page.desk = desk
        page.open(Route("accueil"))
        desk.settle()
        return page

    yield opener
    for desk in desks:
        desk.settle()


def test_that_the_day_is_told(opened, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    assert page.title.text() == "Permanence du jeudi 19\u00a0novembre"
    assert page.greeting.text().startswith("Bonjour Claire — 1\u00a0rendez-vous")
    assert page.first_focus() is page.find_button
    assert a11y.problems(page) == []


def test_that_an_absence_is_noted_and_shown(opened, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    told = []
    page.desk.context.events.notice_requested.connect(told.append)
    page.appointments.rows[0].menu.actions()[0].trigger()
    page.desk.settle()
    assert [n.text for n in told] == ["Absence notée"]
    assert page.appointments.rows[0].button.text() == "Replanifier"
    assert told[0].action == "Annuler"
    told[0].on_action()
    page.desk.settle()
    assert page.appointments.rows[0].button.text() == "Commencer"


def test_that_an_appointment_is_cancelled_from_its_row(opened, team, sophie):
    rdv = planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    told = []
    page.desk.context.events.notice_requested.connect(told.append)
    page.appointments.rows[0].cancel_action.trigger()
    page.cancelling.dialog.edit.setText("À la demande de la personne")
    page.cancelling.dialog.accept()
    page.desk.settle()
    assert page.appointments.rows == []
    assert (told[-1].text, told[-1].action) == ("Rendez-vous annulé", "Rétablir")
    told[-1].on_action()
    page.desk.settle()
    assert page.appointments.rows[0].line.rendez_vous == rdv


def test_that_a_change_elsewhere_is_shown_unless_the_page_is_hidden(opened, team, sophie):
    page = opened()
    planned(team, sophie, TODAY, heure=time(15))
    page.desk.context.worker.run(lambda _office: None)
    page.desk.settle()
    assert len(page.appointments.rows) == 1
    page.hide()
    planned(team, sophie, TODAY, heure=time(16))
    page.desk.context.worker.run(lambda _office: None)
    page.desk.settle()
    assert len(page.appointments.rows) == 1


def test_that_keys_lead_to_people(opened):
    page = opened()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_N, both)
    assert page.desk.routes == [Route("patients"), Route("patients", nouveau="")]


def test_that_a_failure_is_said_on_the_page(opened, team, sophie):
    page = opened(Role.SECRETARIAT)
    page.appointments.absence_noted.emit(sophie.id, Issue.ABSENT_EXCUSE)
    page.desk.settle()
    assert page.banner.title() == "Votre rôle ne permet pas cette action."


def test_that_the_reception_sees_figures_and_registers(opened, team, sophie):
    planned(team, sophie, TODAY)
    page = opened(Role.SECRETARIAT)
    assert page.title.text() == "Jeudi 19\u00a0novembre"
    assert not page.appointments.isVisible()
    assert not page.tasks.isVisible()
    assert not page.meeting.isVisible()
    assert page.create_button.isVisible()
    assert page.figures.isVisible()


def test_that_what_waits_leads_where_it_is_done(opened, team, sophie):
    page = opened()
    (line,) = page.tasks.lines()
    line.click()
    (found,) = accueil.accueil(team.psychologue).taches
    assert page.desk.routes[-1] == Route("fiche", patient_id=sophie.id, form_id=found.cible)
