"""The parts of a page, one at a time."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.tabs import Tabs
from tests.ui.a11y import problems

PARTS = (("vue", "Vue d’ensemble"), ("fiches", "Fiches"), ("perso", "Note personnelle", "eye-off"))


@pytest.fixture
def tabs(show) -> Tabs:
    made = Tabs(PARTS, name="Parties du dossier")
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 500)


def test_that_the_first_is_shown(tabs):
    assert tabs.current() == "vue"
    assert tabs.told == []


def test_that_a_click_chooses_and_stays(tabs, qtbot):
    for _ in range(2):
        qtbot.mouseClick(tabs.tab("fiches"), Qt.MouseButton.LeftButton)
    assert tabs.current() == "fiches"


def test_that_arrows_choose_and_turn(tabs, qtbot):
    tabs.tab("vue").setFocus()
    qtbot.keyClick(tabs.tab("vue"), Qt.Key.Key_Left)
    assert tabs.current() == "perso"
    assert tabs.tab("perso").hasFocus()
    qtbot.keyClick(tabs.tab("perso"), Qt.Key.Key_Right)
    qtbot.keyClick(tabs.tab("vue"), Qt.Key.Key_A)
    assert tabs.told == ["perso", "vue"]


def test_that_the_line_is_under_the_tab_shown(tabs):
    tab = tabs.tab("vue")
    image = tabs.grab().toImage()
    shown = tab.geometry().center().x()
    assert image.pixelColor(shown, tab.geometry().bottom()) == look.colour("primary")
    other = tabs.tab("fiches").geometry().center().x()
    assert image.pixelColor(other, tab.geometry().bottom()) != look.colour("primary")


def test_that_only_the_tab_shown_is_a_tab_stop(tabs):
    tabs.set_current("fiches")
    stops = [key for key, *_ in PARTS if tabs.tab(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["fiches"]
    assert problems(tabs) == []


def test_that_choosing_is_a_click_and_that_a_tab_that_is_no_more_changes_nothing(tabs):
    tabs.choose("fiches")
    tabs.choose("autrefois")
    assert tabs.current() == "fiches"
    assert tabs.told == ["fiches"]
