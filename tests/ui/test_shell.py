"""The cabinet's window: its sections, names that are hidden, what is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.shell import Section, Shell
from microstructure_desktop.ui.widgets.sidebar import Identity, StateLine

from .gallery import patient_list
from .test_context import make_context

HOME = Route("accueil")
RECORD = Route("dossier", patient_id="p1")
SECTIONS = (
    Section("accueil", "house", "Accueil", HOME, "Alt+1"),
    Section("patients", "users", "Patients", Route("patients"), "Alt+2", pages={"dossier"}),
    Section("reglages", "settings", "Réglages", Route("reglages"), low=True),
)


class Typed(Page):
    def __init__(self, context) -> None:
        super().__init__(context)
        self.edit = QLineEdit()
        QVBoxLayout(self).addWidget(self.edit)

    def first_focus(self):
        return self.edit


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def shell(theme, tmp_path, qtbot, built) -> Shell:
    def page_named(name):
        def made(context):
            built.append(name)
            return Typed(context)

        return made

    pages = {name: page_named(name) for name in ("accueil", "patients", "dossier", "reglages")}
    identity = Identity("Cabinet des Tilleuls", "Claire Morel", "Psychologue", "CM")
    context = make_context(theme, tmp_path)
    made = Shell(context, SECTIONS, pages, identity, lambda _context: patient_list())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def go(shell: Shell, *routes: Route) -> None:
    for route in routes:
        shell.context.navigator.go(route)


def test_that_pages_are_built_when_first_shown(shell, built):
    assert built == []
    go(shell, HOME, RECORD, HOME)
    assert built == ["accueil", "dossier"]


def test_that_the_section_of_the_page_is_marked(shell):
    go(shell, RECORD)
    assert shell.sidebar.button("patients").isChecked()
    assert not shell.sidebar.button("accueil").isChecked()


def test_that_a_section_leads_to_its_page(shell):
    go(shell, RECORD)
    shell.sidebar.button("accueil").click()
    assert shell.context.navigator.current == HOME


def test_that_sections_have_their_shortcut(shell, qtbot):
    go(shell, HOME)
    qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shell.context.navigator.current == Route("patients")


def test_that_the_state_and_the_badges_are_told(shell):
    shell.set_states((StateLine("shield-check", "Chiffré", "ok"),))
    shell.set_badge("reglages", "1")
    assert shell.sidebar.button("reglages").accessibleName() == "Réglages, 1"
    assert [line.text for line in shell.sidebar._lines] == ["Chiffré"]


def test_that_one_key_hides_names_wherever_one_types(shell, qtbot):
    go(shell, HOME)
    page = shell.page()
    page.edit.setText("à moitié")
    qtbot.waitUntil(shell.isActiveWindow)
    QTest.keyClick(page.edit, Qt.Key.Key_F9)
    assert shell.context.discretion.on
    assert shell.sidebar.discreet_button.isChecked()
    assert page.edit.text() == "à moitié"
    assert shell.windowTitle() == "Microstructure"
    shell.context.discretion.switch(on=False)
    assert not shell.sidebar.discreet_button.isChecked()


def test_that_the_keys_of_undo_reach_the_stack_from_any_page(shell, qtbot):
    go(shell, HOME)
    notices = []
    shell.context.events.notice_requested.connect(notices.append)
    shell.sidebar.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell, Qt.Key.Key_Z, both)
    assert [notice.text for notice in notices] == ["Rien à annuler.", "Rien à rétablir."]
