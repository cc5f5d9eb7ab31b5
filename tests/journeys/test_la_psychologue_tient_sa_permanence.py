"""The psychologist's afternoon, from the passphrase to « Tout est en ordre »."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop import settings
from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import syntheses, unlock
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.shell import Shell
from tests.cabinet import PASSPHRASE, TODAY
from tests.services.cases import planned

from .hands import CONTROL

TO_OPEN, TO_MARK, TO_PROPOSE, TO_FINISH = 1, 2, 1, 1
EXCUSED, ABSENT = "Absente, excusée", "Absente, sans prévenir"
QUESTION = "Reprise du travail à mi-temps ?"


@pytest.fixture
def sophie(team):
    """Expected at one, and it is past two."""
    patient = team.patient()
    team.seance(patient.id, date(2026, 11, 5))
    planned(team, patient, TODAY, heure=time(13), duree=45)
    return patient


@pytest.fixture
def claire(sit, sophie):
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("accueil")
    return hands


@pytest.fixture
def started(team, sophie, theme, qtbot):
    """The application where the psychologist was the last to sit."""
    office = team.psychologue
    unlock.close(team.medecin)
    settings.save(team.home.settings_file, Settings(dernier_membre=office.membre.id))
    desktop = Desktop(team.home, theme, lambda _home: None, cost=office.cost, now=team.clock)
    desktop.start()
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    yield desktop
    desktop.finish()
    desktop.window.hide()
    desktop.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_that_the_passphrase_and_one_click_open_who_comes_today(started, sophie, counted, qtbot):
    QApplication.focusWidget().setText(PASSPHRASE)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(started.window, Shell), timeout=10_000)
    assert (counted.keys, counted.clicks) == (1, 0)
    navigator = started.window.context.navigator
    qtbot.waitUntil(lambda: bool(started.window.page().appointments.rows))
    (row,) = started.window.page().appointments.rows
    qtbot.waitUntil(row.name_button.isVisible)
    QTest.mouseClick(row.name_button, Qt.MouseButton.LeftButton)
    assert (navigator.current.name, navigator.current["patient_id"]) == ("dossier", sophie.id)
    assert counted.clicks <= TO_OPEN


def mark(hands, words):
    (row,) = hands.page.appointments.rows
    hands.click(row.more_button)
    hands.click_action(words)


def outcomes(hands, patient):
    with hands.desk.office.store.read() as work:
        return [c.issue for c in work.consultations.of(patient.id) if c.jour == TODAY]


def test_that_two_clicks_note_an_absence_and_two_keys_take_it_back(claire, sophie, counted):
    counted.clicks = 0
    mark(claire, EXCUSED)
    assert outcomes(claire, sophie) == [Issue.ABSENT_EXCUSE]
    assert counted.clicks <= TO_MARK
    claire.key(Qt.Key.Key_Z, CONTROL)
    assert outcomes(claire, sophie) == []


def test_that_one_click_and_a_text_propose_somebody_for_the_synthesis(
    claire, team, sophie, counted
):
    claire.go("dossier", patient_id=sophie.id)
    counted.clicks = 0
    claire.click(claire.page.overview.questions.propose_button)
    claire.write(QUESTION)
    claire.key(Qt.Key.Key_Return)
    assert counted.clicks <= TO_PROPOSE
    claire.desk.settle()
    (proposed,) = syntheses.prepare(team.medecin).propositions
    assert (proposed.patient, proposed.question) == (sophie.id, QUESTION)


def test_that_the_day_ends_in_order_once_everybody_is_accounted_for(claire, sophie, counted):
    end = claire.page.end
    assert [line.accessibleName() for line in end.list.lines()] == [
        "LÉGENDE Sophie, Rendez-vous de 13:00\xa0: est-ce que la personne est venue\xa0?"
    ]
    assert not end.well.isVisible()
    counted.clicks = 0
    mark(claire, ABSENT)
    assert end.well.isVisible()
    assert "tout est en ordre." in claire.shows()
    assert counted.clicks <= TO_MARK


def test_that_one_click_asks_whether_the_day_is_in_order_before_its_end(
    claire, team, sophie, counted
):
    mark(claire, EXCUSED)
    planned(team, sophie, TODAY, heure=time(17), duree=45)
    claire.go("reglages")
    claire.go("accueil")
    assert not claire.page.end.isVisible()
    counted.clicks = 0
    claire.click(claire.page.appointments.end_button)
    (line,) = claire.page.end.list.lines()
    assert "17:00" in line.accessibleName()
    assert not claire.page.end.well.isVisible()
    assert counted.clicks <= TO_FINISH
