"""A search waits for a pause, and the keyboard leads to it and on to the list."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.widgets.search_box import SearchBox
from tests.ui.a11y import name_of


@pytest.fixture
def box(show) -> SearchBox:
    made = SearchBox("Nom, n° de dossier…", "Ctrl+K")
    made.told = []
    made.searched.connect(made.told.append)
    return show(made, 260)


def test_that_it_searches_once_after_a_pause(box, taper, qtbot):
    taper(box, "élo")
    qtbot.waitUntil(lambda: bool(box.told))
    assert box.told == ["élo"]


def test_that_enter_searches_at_once(box, taper, qtbot):
    taper(box, "del")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.told == ["del"]
    assert not box._pause.isActive()  # else the same search would follow


def test_that_escape_empties_it_first(box, taper, qtbot):
    taper(box, "del")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_that_down_leads_to_the_list(box, qtbot):
    with qtbot.waitSignal(box.down_pressed):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_that_its_key_leads_to_it(box, qtbot):
    box.setText("del")
    box.clearFocus()
    qtbot.keyClick(box.window(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    assert box.selectedText() == "del"


def test_that_it_is_named_and_shows_its_key_while_empty(box, taper):
    empty = box.grab().toImage()
    taper(box, "d")
    assert name_of(box) == "Nom, n° de dossier…"
    assert box.grab().toImage() != empty


def test_that_a_search_may_have_no_key(show):
    assert show(SearchBox("Filtrer")).accessibleName() == "Filtrer"
