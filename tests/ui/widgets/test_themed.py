"""The ring is for the keyboard, and a widget takes each new look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.themed import Themed, set_flag, show_when


@pytest.fixture
def pair(show) -> tuple[Button, Button]:
    holder = QWidget()
    first, second = Button("Un"), Button("Deux")
    body = QHBoxLayout(holder)
    for button in (first, second):
        body.addWidget(button)
    holder.pair = (first, second)
    show(holder)
    return holder.pair


def has_ring(button: Button) -> bool:
    """Whether two pixels of the focus colour are drawn along the left edge."""
    image = button.grab().toImage()
    return image.pixelColor(1, button.height() // 2) == look.colour("focus")


def test_that_the_keyboard_shows_a_ring(pair, qtbot):
    first, second = pair
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Backtab)
    ringed = has_ring(first)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ringed
    assert second.hasFocus()
    assert has_ring(second)
    assert not has_ring(first)


def test_that_a_click_shows_none(pair, qtbot):
    qtbot.mouseClick(pair[1], Qt.MouseButton.LeftButton)
    assert pair[1].hasFocus()
    assert not has_ring(pair[1])


def test_that_the_ring_survives_another_window(pair, qtbot):
    first, _ = pair
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.clearFocus()
    first.ring = True
    first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert first.ring


class Counting(Themed, QWidget):
    times = 0

    def restyle(self) -> None:
        self.times += 1


def test_that_a_widget_is_told_of_a_new_look(theme, show):
    widget = show(Counting(), 10, 10)
    before = widget.times
    theme.choose("sombre", 100)
    assert widget.times > before


def test_that_a_flag_changes_what_the_stylesheet_draws(theme, show):
    edit = show(LineEdit(), 100)
    set_flag(edit, "bad", True)
    assert edit.property("bad") is True
    assert edit.grab().toImage().pixelColor(1, edit.height() // 2) == look.colour("danger")


def test_that_a_widget_without_a_place_waits_for_it(show):
    part = QWidget()
    show_when(part, True)
    assert not part.isVisible()
    holder = QWidget()
    QHBoxLayout(holder).addWidget(part)
    show(holder, 100)
    assert part.isVisible()
    show_when(part, False)
    assert not part.isVisible()


def test_that_a_hidden_widget_without_a_place_is_shown_with_it(show):
    part = QWidget()
    show_when(part, False)
    show_when(part, True)
    holder = QWidget()
    QHBoxLayout(holder).addWidget(part)
    show(holder, 100)
    assert part.isVisible()
