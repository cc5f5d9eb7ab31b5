"""The section before anybody is chosen, and registering from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.services import drafts
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.page import PatientsPage
from tests.ui import a11y


@pytest.fixture
def page(desk, opened):
    return opened(PatientsPage(desk.context), Route("patients"))


def test_that_the_section_says_how_to_begin(desk, page):
    assert page.with_panel
    assert a11y.problems(page) == []
    assert page.first_focus() is page.welcome.action_button
    page.welcome.action_button.click()
    assert desk.routes[-1] == Route("patients", nouveau="")


def test_that_the_archive_is_one_click_away(desk, page):
    page.welcome.other_button.click()
    assert desk.routes[-1] == Route("conservation", onglet="archives")


def test_that_a_new_record_opens_once_created_and_is_left_for_good(desk, page):
    page.open(Route("patients", nouveau="Récit"))
    desk.context.navigator.go(Route("patients", nouveau="Récit"))
    desk.settle()
    assert page.first_focus() is page.creation.fields.editor("nom")
    told = []
    desk.context.events.notice_requested.connect(told.append)
    page.creation.fields.set_typed({"prenom": "Zoé", "naissance": "14/05/1992"})
    first = page.creation.fields.editor("prenom")
    QTest.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.routes[-1].name == "dossier"
    assert desk.context.navigator.current == desk.routes[-1]
    assert [n.text for n in told] == ["Dossier n°\u00a00001 créé"]
    told[0].on_action()
    desk.settle()
    with desk.office.store.read() as work:
        assert work.patients.all() == []


def test_that_leaving_keeps_what_was_typed(desk, page):
    page.open(Route("patients", nouveau=""))
    desk.settle()
    page.creation.fields.set_typed({"nom": "Récit"})
    page.leave()
    desk.settle()
    assert drafts.load(desk.office, drafts.PATIENT, drafts.NEW)["nom"] == "Récit"
    page.open(Route("patients"))
    assert page.creation is None
    page.leave()
