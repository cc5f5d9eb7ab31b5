"""The field that had the keyboard is found again, unless somebody is quicker."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit, QVBoxLayout

from microstructure_desktop.ui.keyboard_place import KeyboardReturn, place_of
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.tabs import Tabs

from .test_context import make_context


class Form(Page):
    """Two lines of the same name, a text, and a page that takes the keyboard when it is ready."""

    def __init__(self, context):
        super().__init__(context)
        body = QVBoxLayout(self)
        self.tabs = Tabs([("une", "Une"), ("deux", "Deux")])
        self.second, self.first = QLineEdit(), QLineEdit()  # not made in the order they are read
        self.text, self.button = QTextEdit(), QPushButton("Enregistrer")
        for line in (self.first, self.second):
            line.setAccessibleName("Note")
        for part in (self.tabs, self.first, self.second, self.text, self.button):
            body.addWidget(part)


@pytest.fixture
def make(theme, tmp_path, show):
    def made():
        return show(Form(make_context(theme, tmp_path)), 400, 500)

    return made


@pytest.fixture
def form(make):
    return make()


def _come_back(qtbot, page, place, busy=lambda: False):
    back = KeyboardReturn(page, place, busy)
    qtbot.waitUntil(lambda: back.over, timeout=10_000)
    return page.window().focusWidget()


def _put(form, name, anchor, cursor):
    field = getattr(form, name)
    field.setFocus()
    if isinstance(field, QTextEdit):
        field.setPlainText("elle dort mieux\nà revoir")
        place = field.textCursor()
        place.setPosition(anchor)
        place.setPosition(cursor, place.MoveMode.KeepAnchor)
        field.setTextCursor(place)
    else:
        field.setText("elle dort mieux")
        field.setSelection(anchor, cursor - anchor) if anchor != cursor else None
        if anchor == cursor:
            field.setCursorPosition(cursor)


@pytest.mark.parametrize("name", ["first", "second", "text"])
@pytest.mark.parametrize(("anchor", "cursor"), [(7, 7), (5, 9), (9, 5)])
def test_that_the_field_and_the_cursor_come_back(qtbot, make, name, anchor, cursor):
    before = make()
    _put(before, name, anchor, cursor)
    place = place_of(before)
    after = make()
    for line in (after.first, after.second):
        line.setText("elle dort mieux")
    after.text.setPlainText("elle dort mieux\nà revoir")
    assert _come_back(qtbot, after, place) is getattr(after, name)
    assert place_of(after) == place
    assert (place.anchor, place.cursor) == (anchor, cursor)


def test_that_what_is_not_typed_in_comes_back_too(qtbot, make):
    before = make()
    before.button.setFocus()
    after = make()
    after.first.setFocus()
    assert _come_back(qtbot, after, place_of(before)) is after.button


def test_that_a_page_slow_to_load_is_waited_for(qtbot, make):
    before = make()
    _put(before, "first", 7, 7)
    place, after = place_of(before), make()
    after.second.setFocus()
    back = KeyboardReturn(after, place, lambda: False)
    for _ in range(10):
        back._look()
    assert after.window().focusWidget() is after.second  # nothing to return to yet
    after.first.setText("elle dort mieux")
    qtbot.waitUntil(lambda: back.over)
    assert after.window().focusWidget() is after.first


def test_that_a_page_that_gives_the_keyboard_elsewhere_does_not_keep_it(qtbot, make):
    before = make()
    _put(before, "first", 7, 7)
    place, after = place_of(before), make()
    after.first.setText("elle dort mieux")
    loading = [True]
    back = KeyboardReturn(after, place, lambda: loading[0])
    for _ in range(10):
        back._look()
    after.text.setFocus()  # the store has just answered
    loading[0] = False
    qtbot.waitUntil(lambda: back.over)
    assert after.window().focusWidget() is after.first


@pytest.mark.parametrize("hand", ["key", "click"])
def test_that_somebody_quicker_is_left_alone(qtbot, make, hand):
    before = make()
    _put(before, "first", 7, 7)
    place, after = place_of(before), make()
    after.second.setFocus()
    back = KeyboardReturn(after, place, lambda: False)
    handle = after.window().windowHandle()
    if hand == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    assert back.over
    assert after.window().focusWidget() is not after.first


def test_that_the_tab_shown_comes_back_first(qtbot, make):
    before = make()
    before.tabs.choose("deux")
    _put(before, "first", 0, 0)
    place, after = place_of(before), make()
    after.first.setText("elle dort mieux")
    assert place.inside == "deux"
    _come_back(qtbot, after, place)
    assert after.tabs.current() == "deux"


def test_that_a_field_that_is_no_more_is_not_waited_for_ever(qtbot, make):
    before = make()
    _put(before, "first", 7, 7)
    place, after = place_of(before), make()
    after.first.hide()
    after.second.hide()
    back = KeyboardReturn(after, place, lambda: False)
    for _ in range(300):
        back._look()
    assert back.over


def test_that_no_place_is_known_when_the_keyboard_is_elsewhere(form):
    form.window().setFocus()
    assert place_of(None) is None
    assert place_of(form) is None
