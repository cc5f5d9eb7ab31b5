"""Segmented: one choice, one Tab stop, and keys that choose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.themed import set_flag
from tests.ui.a11y import problems

CHOICES = (("P", "Présente"), ("E", "Absente excusée"), ("A", "Absente"))


@pytest.fixture
def tray(show) -> Segmented:
    made = Segmented(CHOICES, name="Présence")
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 500)


def press(qtbot, tray, key):
    qtbot.keyClick(tray.focusProxy(), key)


def test_that_a_click_chooses_and_stays(tray, qtbot):
    for _ in range(2):
        qtbot.mouseClick(tray.part("E"), Qt.MouseButton.LeftButton)
    assert tray.value() == "E"
    assert tray.told == ["E", "E"]


def test_that_arrows_choose_and_turn(tray, qtbot):
    tray.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, tray, Qt.Key.Key_Left)
    assert tray.value() == "A"
    press(qtbot, tray, Qt.Key.Key_Right)
    assert tray.value() == "P"
    assert tray.part("P").hasFocus()


def test_that_a_digit_chooses_by_its_place(tray, qtbot):
    tray.setFocus()
    press(qtbot, tray, Qt.Key.Key_2)
    assert tray.value() == "E"
    press(qtbot, tray, Qt.Key.Key_9)
    assert tray.value() == "E"


def test_that_an_answer_is_given_back_only_when_it_may(show, qtbot, tray):
    tray.set_value("P")
    press(qtbot, tray, Qt.Key.Key_Delete)
    free = show(Segmented(CHOICES, clearable=True), 500)
    free.set_value("P")
    press(qtbot, free, Qt.Key.Key_Delete)
    assert tray.value() == "P"
    assert free.value() == ""
    for _ in range(2):
        qtbot.mouseClick(free.part("A"), Qt.MouseButton.LeftButton)
    assert free.value() == ""


def test_that_tab_stops_once(show, qtbot):
    holder = QWidget()
    tray, after = Segmented(CHOICES), LineEdit()
    tray.set_value("E")
    holder.setLayout(column(tray, after))
    show(holder, 500, 120)
    tray.part("E").setFocus()
    qtbot.keyClick(tray.part("E"), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert tray.part("E").hasFocus()


def test_that_setting_is_silent_and_the_unknown_is_none(tray):
    tray.set_value("A")
    tray.set_value("X")
    assert tray.value() == ""
    assert tray.told == []


def test_that_a_narrow_tray_wraps(tray):
    assert tray.heightForWidth(180) > tray.heightForWidth(600)
    assert tray.minimumSizeHint().width() < tray.sizeHint().width()


def test_that_new_choices_keep_the_answer(tray):
    tray.set_value("A")
    tray.set_choices((("A", "Absente"), ("R", "Reportée")))
    assert tray.value() == "A"


def test_that_an_error_is_seen(tray):
    set_flag(tray, "bad", True)
    tray.update()
    assert tray.grab().toImage().pixelColor(1, 20) == look.colour("danger")


def test_that_the_tray_is_accessible(tray):
    assert problems(tray) == []
