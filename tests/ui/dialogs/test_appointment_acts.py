"""What the menu of an appointment does, and how the window takes it back."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import semaine
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.dialogs.appointment_acts import AppointmentActs
from microstructure_desktop.ui.navigation import Route
from tests.cabinet import TODAY
from tests.services.cases import planned
from tests.ui.desk import make_desk


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def desk(team, theme, show):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    made.told = []
    made.context.events.notice_requested.connect(made.told.append)
    made.page = show(QWidget(), 900, 700)
    made.acts = AppointmentActs(made.context, made.page)
    yield made
    made.settle()


@pytest.fixture
def found(team, sophie, desk):
    """The appointment of today, as the agenda reads it now."""
    planned(team, sophie, TODAY, heure=time(15))

    def read():
        (line,) = semaine.semaine(desk.office, date(2026, 11, 16)).rendez_vous
        return line

    return read


def choose(desk, line, *path):
    desk.acts.open_menu(line, QPoint(20, 20))
    menu = desk.acts.menu
    for words in path[:-1]:
        menu = next(a for a in menu.actions() if a.text() == words).menu()
    next(a for a in menu.actions() if a.text() == path[-1]).trigger()
    desk.acts.menu.close()
    desk.settle()


def undo(desk):
    desk.told[-1].on_action()
    desk.settle()


@pytest.mark.parametrize(
    ("words", "page"), [("Commencer la séance", "seance"), ("Ouvrir le dossier", "dossier")]
)
def test_that_the_menu_leads_to_the_person(desk, found, sophie, words, page):
    choose(desk, found(), words)
    assert desk.routes == [Route(page, patient_id=sophie.id)]


def test_that_an_absence_is_noted_and_taken_back(desk, found):
    choose(desk, found(), "Absente, excusée")
    assert desk.told[-1].text == "Absence notée"
    assert found().etat is EtatRendezVous.EXCUSE
    undo(desk)
    assert found().etat is EtatRendezVous.ATTENDU


def test_that_an_arrival_is_noted_and_taken_back(desk, found):
    choose(desk, found(), "Arrivée")
    assert found().etat is EtatRendezVous.ARRIVE
    choose(desk, found(), "Pas encore là")
    assert [n.text for n in desk.told] == ["Arrivée notée", "Arrivée retirée"]
    undo(desk)
    assert found().etat is EtatRendezVous.ARRIVE


def test_that_a_cancelled_appointment_comes_back(desk, found, team, sophie):
    choose(desk, found(), "Annuler le rendez-vous", "Sans motif")
    assert desk.told[-1].text == "Rendez-vous annulé"
    with desk.office.store.read() as work:
        assert work.rendez_vous.of(sophie.id) == []
    undo(desk)
    assert desk.told[-1].text == "Rendez-vous rétabli"
    assert found().etat is EtatRendezVous.ATTENDU


def test_that_moving_opens_the_appointment_as_it_is(desk, found):
    choose(desk, found(), "Déplacer…")
    dialog = desk.page.findChild(AppointmentDialog)
    assert dialog.form.day.value() == TODAY
    assert not dialog.form.person.change_button.isVisible()
    dialog.reject()


def test_that_planning_again_keeps_the_person_and_the_hour_and_asks_the_day(desk, found, sophie):
    choose(desk, replace(found(), etat=EtatRendezVous.ABSENT), "Replanifier…")
    dialog = desk.page.findChild(AppointmentDialog)
    saisi = dialog.form.saisi()
    assert (saisi.patient, saisi.jour, saisi.heure) == (sophie.id, None, time(15))
    dialog.reject()


def test_that_a_recorded_session_is_seen(desk, found, team, sophie):
    line = found()
    made = team.seance(sophie.id, TODAY)
    choose(desk, replace(line, etat=EtatRendezVous.FAIT), "Voir la séance")
    assert desk.routes == [Route("seance", patient_id=sophie.id, consultation_id=made.id)]


def test_that_a_refusal_is_told(desk, found):
    line = found()
    choose(desk, line, "Annuler le rendez-vous", "Sans motif")
    desk.acts.cancel(line)
    desk.settle()
    assert desk.told[-1].kind == "danger"


def test_that_a_menu_does_not_outlive_its_use(desk, found):
    desk.acts.open_menu(found(), QPoint(20, 20))
    desk.acts.menu.close()
    for _ in range(3):
        QApplication.sendPostedEvents(None, 52)
        QApplication.processEvents()
    assert desk.acts.menu is None
