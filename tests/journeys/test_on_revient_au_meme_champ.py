"""The screen locks in the middle of a word: unlocking gives back page, field and cursor."""

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import unlock
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.dialogs.retrieved import Retrieved
from microstructure_desktop.ui.keyboard_place import KeyboardReturn
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.shell import Shell
from tests.cabinet import PASSPHRASE
from tests.ui.pages.reunions import scenes

TEXT = "elle dort mieux depuis mardi"
CURSOR = 10


@dataclass
class Session:
    """One unlocked window, until it is locked."""

    desktop: Desktop

    @property
    def page(self):
        return self.desktop.window.page()

    def settle(self):
        for _ in range(30):
            self.desktop.worker.drain()
            QApplication.processEvents()

    def go(self, name, **params):
        self.desktop.window.context.navigator.go(Route(name, **params))
        self.settle()

    def lock(self):
        self.desktop.window.context.events.lock_requested.emit()


@pytest.fixture
def unlocked(qtbot, team, theme):
    """Unlock the cabinet as one profession, as often as wanted."""
    made = []

    def opened(role):
        desktop = Desktop(team.home, theme, lambda _home: None, cost=team.medecin.cost)
        made.append(desktop)
        desktop.start()
        desktop.window.who.set_value(team[role].membre.id)
        desktop.window.passphrase.edit.setText(PASSPHRASE)
        desktop.window.unlock_button.click()
        qtbot.waitUntil(lambda: isinstance(desktop.window, Shell), timeout=10_000)
        desktop.window.activateWindow()
        return Session(desktop)

    yield opened
    for desktop in made:
        desktop.finish()
        desktop.window.deleteLater()


def _fields(page: QWidget) -> list[QWidget]:
    """What can be typed in, as it is read."""
    found = [
        field
        for kind in (QLineEdit, QTextEdit)
        for field in page.findChildren(kind)
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
    ]
    return sorted(found, key=lambda field: field.mapTo(page, field.rect().topLeft()).y())


def _said(field: QWidget) -> tuple[str, int, str]:
    if isinstance(field, QTextEdit):
        return field.toPlainText(), field.textCursor().position(), field.accessibleName()
    return field.text(), field.cursorPosition(), field.accessibleName()


def _type(field: QWidget, taper) -> None:
    field.setFocus()
    field.clear()
    taper(field, TEXT)
    if isinstance(field, QTextEdit):
        cursor = QTextCursor(field.document())
        cursor.setPosition(CURSOR)
        field.setTextCursor(cursor)
    else:
        field.setCursorPosition(CURSOR)


def _seance(session, patient, _meeting):
    session.go("seance", patient_id=patient)
    return session.page.frame.form.note.shared.editor


def _personal_note(session, patient, _meeting):
    session.go("seance", patient_id=patient)
    note = session.page.frame.form.note
    note.tabs.tab("personnelle").click()
    return note.personal.editor


def _fiche(session, patient, _meeting):
    session.go("fiche", patient_id=patient, form_id="psychologique_suivi")
    nav = session.page.nav
    nav.button(list(nav._buttons)[-1]).click()
    session.settle()
    return _fields(session.page.form_view)[-1]


def _meeting(session, _patient, meeting):
    session.go("synthese", synthese_id=meeting)
    session.page.go(session.page.meeting.synthese.situations[1].patient)
    session.settle()
    return session.page.meeting.discussion.situation_card.areas["psychologique"].editor


def _identity(session, patient, _meeting):
    session.go("dossier", patient_id=patient, formulaire="identite")
    return session.page.pane.fields.editor("prenom")


def _new_patient(session, _patient, _meeting):
    session.go("patients", nouveau="")
    return session.page.creation.fields.editor("nom")


PAGES = (_seance, _personal_note, _fiche, _meeting, _identity, _new_patient)


@pytest.mark.parametrize("reach", PAGES, ids=lambda reach: reach.__name__.strip("_"))
def test_that_unlocking_gives_back_the_field_the_text_and_the_cursor(
    qtbot, team, unlocked, taper, reach
):
    who = scenes.people(team)
    meeting = scenes.under_way(team, who).synthese.id
    patient = team.patient("Retour", "Anne").id
    unlock.close(team.medecin)
    session = unlocked(Role.PSYCHOLOGUE)
    field = reach(session, patient, meeting)
    _type(field, taper)
    said = _said(field)
    assert said[:2] == (TEXT, CURSOR)
    session.lock()

    again = unlocked(Role.PSYCHOLOGUE)
    qtbot.waitUntil(lambda: again.desktop.window.findChildren(KeyboardReturn) != [])
    [back] = again.desktop.window.findChildren(KeyboardReturn)
    qtbot.waitUntil(lambda: back.over, timeout=10_000)
    assert _said(again.desktop.window.focusWidget()) == said


def test_that_what_was_typed_in_a_dialog_is_shown_at_the_return(qtbot, team, unlocked, taper):
    unlock.close(team.medecin)
    session = unlocked(Role.PSYCHOLOGUE)
    session.go("annuaire")
    session.page.add_button.click()
    taper(session.page.dialog.fields["precision"].editor, TEXT)
    session.lock()
    again = unlocked(Role.PSYCHOLOGUE)
    qtbot.waitUntil(lambda: again.desktop.window.findChildren(Retrieved) != [])
    [shown] = again.desktop.window.findChildren(Retrieved)
    assert [area.text() for area in shown.areas] == [TEXT]
    assert again.desktop.window.context.navigator.current == Route("annuaire")
