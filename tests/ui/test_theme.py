"""The theme follows the system unless the person chose, at any text size."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from microstructure_desktop.ui import look
from microstructure_desktop.ui import theme as module
from microstructure_desktop.ui.widgets.labels import Label


@pytest.mark.parametrize(("choice", "name"), [("clair", "light"), ("sombre", "dark")])
def test_that_the_choice_of_the_person_wins(theme, choice, name):
    theme.choose(choice, 100)
    window = QApplication.palette().color(QPalette.ColorRole.Window).name()
    assert look.current().name == name
    assert window == look.colour("app").name()


def test_that_the_system_is_followed_when_nothing_is_chosen(theme):
    theme.choose("systeme", 100)
    theme._on_scheme_changed(Qt.ColorScheme.Dark)
    dark = look.current().name
    theme._on_scheme_changed(Qt.ColorScheme.Light)
    assert (dark, look.current().name) == ("dark", "light")


def test_that_the_system_is_ignored_when_somebody_chose(theme):
    theme.choose("clair", 100)
    theme._on_scheme_changed(Qt.ColorScheme.Dark)
    assert look.current().name == "light"


def test_that_a_change_is_told_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose("sombre", 125)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("sombre", 125)


def test_that_the_stylesheet_has_no_name_left(theme):
    sheet = module.stylesheet()
    assert "$" not in sheet
    assert look.current().colours["focus"] in sheet


def test_that_the_stylesheet_grows_but_not_its_hairlines(theme):
    theme.choose("clair", 150)
    sheet = module.stylesheet()
    assert "min-height: 47px" in sheet
    assert set(re.findall(r"border: (\d+)px solid", sheet)) == {"1", "2"}


def test_that_a_widget_on_screen_takes_the_new_look(theme, qtbot):
    label = Label("Séances", "page")
    qtbot.addWidget(label)
    label.show()
    before = label.font().pixelSize()
    theme.choose("sombre", 150)
    assert label.font().pixelSize() == round(before * 1.5)
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.colour("text")


def test_that_what_is_off_looks_off(theme):
    disabled = module.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == look.colour("text3")
    assert not isinstance(QApplication.focusWidget(), QPushButton)
