"""Somebody is found by name and added with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.ui.pages.reunions.patient_finder import PatientFinder
from tests.ui.a11y import problems


@pytest.fixture
def finder(desk, show, who):
    made = show(PatientFinder(desk.context), 240, 400)
    made.set_known(frozenset({who.luc.id}))
    return made


def search(finder, settle, text):
    finder.open_button.click()
    finder.search.setText(text)
    finder.search.searched.emit(text)
    settle()


def test_that_a_name_finds_who_is_not_on_the_agenda_yet(finder, settle, who):
    search(finder, settle, "légende")
    (row,) = finder.rows()
    assert row.text() == "LÉGENDE Sophie"
    assert row.caption() == "Née le 14/05/1992 · n°\xa00001"
    assert problems(finder) == []


def test_that_who_is_on_the_agenda_is_not_offered(finder, settle):
    search(finder, settle, "bernard")
    assert finder.rows() == []
    assert finder.message.text() == "Aucun patient à ajouter."


def test_that_enter_takes_the_only_one_found(qtbot, finder, settle, who):
    search(finder, settle, "costa")
    with qtbot.waitSignal(finder.chosen) as told:
        qtbot.keyClick(finder.search, Qt.Key.Key_Return)
    assert told.args == [who.ana.id]
    assert finder.open_button.isVisible()
    assert finder.search.text() == ""


def test_that_down_leads_to_the_rows_and_a_row_is_chosen(qtbot, finder, settle, who):
    search(finder, settle, "0")
    qtbot.keyClick(finder.search, Qt.Key.Key_Down)
    first, _second = finder.rows()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(finder.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert told.args[0] in (who.sophie.id, who.ana.id)


def test_that_escape_gives_the_button_back(qtbot, finder, settle):
    search(finder, settle, "costa")
    qtbot.keyClick(finder.search, Qt.Key.Key_Escape)  # empties the field
    qtbot.keyClick(finder.search, Qt.Key.Key_Escape)
    assert finder.open_button.isVisible()
    assert finder.rows() == []


def test_that_an_emptied_field_shows_nobody(finder, settle):
    search(finder, settle, "costa")
    finder.search.setText("")
    finder.search.searched.emit("")
    assert finder.rows() == []


def test_that_a_projected_screen_names_nobody(desk, finder, settle):
    search(finder, settle, "costa")
    (row,) = finder.rows()
    desk.context.discretion.switch(on=True)
    assert row.text() == "A.\xa0C."
    assert row.caption() == "n°\xa00003"
    assert row.accessibleName() == "A.\xa0C., n°\xa00003"
    assert finder.search.text() == "costa"


def test_that_a_refusal_is_said(finder):
    finder.open_button.click()
    finder._on_failed(AccessDenied())
    assert finder.message.text() == "Votre rôle ne permet pas cette action."
    assert finder.message.isVisible()
