"""From the passphrase to the record, a psychologist writes down a session in a minute."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import unlock
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.seances.page import SeancePage
from microstructure_desktop.ui.shell import Shell
from tests.cabinet import PASSPHRASE, TODAY
from tests.factories import a_rendez_vous

from .presses import Presses

NOTE = (
    "Trois semaines sans alcool. Appréhende le mariage de sa sœur samedi : plan de secours "
    "préparé (partir avant minuit, appeler N. en cas d’envie). Sommeil 6 h."
)
MOST_KEYS = 30
MOST_CLICKS = 8
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sophie(team):
    """Four sessions since the summer, and an appointment today at two."""
    patient = team.patient()
    for month in (6, 8, 10, 11):
        team.seance(patient.id, date(2026, month, 5), note_partagee="Sommeil amélioré.")
    office = team.psychologue
    rdv = a_rendez_vous(
        patient=patient.id, membre=office.membre.id, jour=TODAY, heure=time(14), duree=45
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.rendez_vous.save(rdv)
    return patient


@pytest.fixture
def start(team, sophie, theme, qtbot):
    """The application from its first page; called again, it is as after a lock."""
    unlock.close(team.medecin)
    office = team.psychologue
    made = []

    def started():
        desktop = Desktop(team.home, theme, lambda _home: None, cost=office.cost, now=team.clock)
        made.append(desktop)
        desktop.start()
        desktop.window.who.set_value(office.membre.id)
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        desktop.window.passphrase.edit.setFocus()
        desktop.window.passphrase.edit.setText(PASSPHRASE)
        key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: isinstance(desktop.window, Shell), timeout=10_000)
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        return desktop

    yield started
    for desktop in made:
        desktop.finish()
        desktop.window.hide()
        desktop.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def presses():
    made = Presses()
    yield made
    made.stop()


@pytest.fixture
def stored(team, sophie):
    """What the cabinet holds once everything is closed."""

    def read():
        office = unlock.open_cabinet(
            team.home, team.psychologue.membre.id, PASSPHRASE, cost=team.psychologue.cost
        )
        try:
            with office.store.read() as work:
                return (
                    work.consultations.of(sophie.id)[-1],
                    [r for r in work.rendez_vous.of(sophie.id) if r.jour > TODAY],
                    work.questions.of(sophie.id),
                    work.drafts.all(office.membre.id),
                )
        finally:
            unlock.close(office)

    return read


def key(name, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), name, modifier)


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def tab_to(widget):
    """Tab until the keyboard is there; a keyboard trap fails rather than hangs."""
    for _ in range(MOST_KEYS):
        if QApplication.focusWidget() is widget:
            return
        key(Qt.Key.Key_Tab)
    raise AssertionError(QApplication.focusWidget())


def appointments(desktop, qtbot):
    """The rows of the day, once they are on screen and nothing more is being read."""
    card = desktop.window.page().appointments
    qtbot.waitUntil(
        lambda: (
            not desktop.worker._waiting
            and bool(card.rows)
            and all(row.button.isVisible() for row in card.rows)
        )
    )
    return card.rows


def session(desktop, qtbot):
    """The session page, once its session is read."""
    qtbot.waitUntil(lambda: isinstance(desktop.window.page(), SeancePage))
    page = desktop.window.page()
    qtbot.waitUntil(page.frame.form.isVisible)
    return page


def at_the_record(desktop, qtbot, patient):
    record = Route("dossier", patient_id=patient.id)
    qtbot.waitUntil(lambda: desktop.window.context.navigator.current == record)


def test_that_the_keyboard_alone_goes_from_the_day_to_the_recorded_session(
    start, sophie, presses, taper, qtbot, stored
):
    desktop = start()
    (row,) = appointments(desktop, qtbot)
    presses.keys = 0
    tab_to(row.button)
    key(Qt.Key.Key_Space)
    page = session(desktop, qtbot)
    form = page.frame.form
    assert page.frame.header.subtitle.text().endswith("5ᵉ consultation sur 6 du forfait")

    taper(QApplication.focusWidget(), NOTE)
    for _ in range(2):
        key(Qt.Key.Key_Backtab)
    key(Qt.Key.Key_6)
    key(Qt.Key.Key_Backtab)
    for letter in (Qt.Key.Key_S, Qt.Key.Key_F, Qt.Key.Key_T):
        key(letter)
        key(Qt.Key.Key_Space)
    tab_to(form.suites.next)
    taper(QApplication.focusWidget(), "+2s")
    key(Qt.Key.Key_Return, CONTROL)
    at_the_record(desktop, qtbot, sophie)
    assert presses.keys <= MOST_KEYS, presses.keys
    assert presses.clicks == 0

    desktop.finish()
    seance, planned, questions, drafts = stored()
    assert (seance.jour, seance.heure, seance.duree) == (TODAY, time(14), 45)
    assert seance.note_partagee == NOTE
    assert seance.themes == ("SOMMEIL", "FAMILLE", "TRAVAIL")
    assert (seance.evolution, seance.role) == (6, Role.PSYCHOLOGUE)
    assert [(r.jour, r.heure) for r in planned] == [(date(2026, 12, 3), time(14))]
    assert (questions, drafts) == ([], [])


def test_that_the_mouse_needs_eight_clicks_at_most(start, sophie, presses, taper, qtbot, stored):
    desktop = start()
    (row,) = appointments(desktop, qtbot)
    presses.clicks = presses.keys = 0
    click(row.button)
    page = session(desktop, qtbot)
    form = page.frame.form
    taper(QApplication.focusWidget(), NOTE)
    for theme in ("SOMMEIL", "FAMILLE", "TRAVAIL"):
        click(form.facts.themes.chip(theme))
    click(form.facts.evolution.button(6))
    click(form.suites.delays.chip("2s"))
    click(page.frame.finish)
    at_the_record(desktop, qtbot, sophie)
    assert presses.clicks <= MOST_CLICKS
    assert presses.keys == 0
    desktop.finish()
    seance, planned, _, _ = stored()
    assert (len(seance.themes), seance.evolution, len(planned)) == (3, 6, 1)


def test_that_a_lock_in_the_middle_of_a_word_loses_nothing(start, sophie, taper, qtbot, stored):
    desktop = start()
    click(appointments(desktop, qtbot)[0].button)
    page = session(desktop, qtbot)
    taper(QApplication.focusWidget(), "Trois semaines sans al")
    click(page.frame.form.note.tabs.tab("personnelle"))
    taper(page.frame.form.note.personal.editor, "à reprendre avec m")
    desktop.window.context.events.lock_requested.emit()
    assert desktop.worker is None

    again = start()
    page = session(again, qtbot)
    assert page.frame.form.note.shared.text() == "Trois semaines sans al"
    assert page.frame.form.note.personal.text() == "à reprendre avec m"
    key(Qt.Key.Key_Escape)
    at_the_record(again, qtbot, sophie)
    again.finish()
    seance, _, _, drafts = stored()
    assert seance.jour < TODAY
    assert [d.key.partition(":")[0] for d in drafts] == ["seance"]


def test_that_what_has_changed_is_answered_by_keys_and_outlives_a_lock(
    start, sophie, presses, taper, qtbot, stored
):
    desktop = start()
    click(appointments(desktop, qtbot)[0].button)
    page = session(desktop, qtbot)
    presses.keys = 0
    taper(QApplication.focusWidget(), NOTE)
    key(Qt.Key.Key_D, CONTROL)
    key(Qt.Key.Key_1)  # no, the risk is not to be assessed anew
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_7)
    assert page.frame.form.questions.answers == {"rud_change": False, "craving": 7}
    assert presses.keys == 5  # Control, D, the answer, Tab, the answer
    desktop.window.context.events.lock_requested.emit()

    again = start()
    page = session(again, qtbot)
    assert page.frame.form.questions.answers == {"rud_change": False, "craving": 7}
    key(Qt.Key.Key_Return, CONTROL)
    at_the_record(again, qtbot, sophie)
    again.finish()
    seance, _, _, drafts = stored()
    assert (seance.note_partagee, drafts) == (NOTE, [])
    assert (seance.form, seance.form_version) == ("seance_psychologue", 1)
    assert seance.reponses == {"rud_change": False, "craving": 7}
