"""Whom a previewed form is about, and how it is shown."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.forms.editor import Person
from microstructure_desktop.ui.preview.settings_bar import AGE, SettingsBar
from tests.ui import a11y


@pytest.fixture
def bar(show):
    return show(SettingsBar(), 320)


def test_that_the_person_is_the_one_chosen(bar, qtbot):
    assert bar.person() == Person("F", AGE)
    with qtbot.waitSignal(bar.changed):
        bar.sexe.part("H").click()
    assert bar.person() == Person("H", AGE)


@pytest.mark.parametrize(
    ("typed", "age"),
    [("7", 7), (" 120 ", 120), ("121", None), ("", None), ("x", None), ("²", None), ("0007", None)],
)
def test_that_an_age_that_cannot_be_is_not_known(bar, typed, age):
    bar.age.setText(typed)
    assert bar.person().age == age


def test_that_an_age_is_told_once_it_is_typed(bar, qtbot):
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(bar.age, Qt.Key.Key_Return)


def test_that_what_is_shown_and_its_look_are_told(bar, qtbot):
    with qtbot.waitSignal(bar.changed):
        bar.every.click()
    with qtbot.waitSignal(bar.look_chosen) as told:
        bar.look.part("sombre").click()
    assert told.args == ["sombre"]


def test_that_the_keyboard_and_readers_know_every_part(bar):
    assert a11y.problems(bar) == []
