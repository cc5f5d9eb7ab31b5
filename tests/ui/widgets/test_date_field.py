"""Dates and times are typed as people write them, and written back in full."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.widgets.date_field import DateField, TimeField

TODAY = date(2026, 11, 19)


@pytest.fixture
def day(show) -> DateField:
    made = DateField(TODAY, today=lambda: TODAY)
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 140)


@pytest.fixture
def moment(show) -> TimeField:
    made = TimeField(time(14))
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 100)


def enter(field, text, qtbot):
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("3/12", date(2026, 12, 3)), ("+2s", date(2026, 12, 3)), ("demain", date(2026, 11, 20))],
)
def test_that_a_day_is_read_and_written_in_full(day, qtbot, typed, value):
    enter(day, typed, qtbot)
    assert day.value() == value
    assert day.text() == f"{value:%d/%m/%Y}"
    assert day.told == [value]


def test_that_what_is_no_day_stays_on_screen(day, qtbot):
    enter(day, "bientôt", qtbot)
    assert day.text() == "bientôt"
    assert day.value() is None
    assert not day.is_readable()
    assert day.told == [None]


def test_that_an_empty_day_is_readable(day, qtbot):
    enter(day, "", qtbot)
    assert day.is_readable()
    assert day.told == [None]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Up, date(2026, 11, 20)),
        (Qt.Key.Key_Down, date(2026, 11, 18)),
        (Qt.Key.Key_PageUp, date(2026, 11, 26)),
        (Qt.Key.Key_PageDown, date(2026, 11, 12)),
    ],
)
def test_that_keys_move_the_day(day, qtbot, key, value):
    qtbot.keyClick(day, key)
    assert day.value() == value
    assert day.told == [value]


def test_that_keys_start_from_today_when_empty(day, qtbot):
    day.set_value(None)
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.value() == date(2026, 11, 20)


def test_that_nothing_is_told_when_nothing_changed(day, qtbot):
    enter(day, "19/11/26", qtbot)
    day.set_value(date(2026, 1, 2))
    assert day.text() == "02/01/2026"
    assert day.told == []


def test_that_a_chip_may_type_for_the_person(day):
    day.set_typed("+1 mois")
    assert day.told == [date(2026, 12, 19)]


def test_that_a_time_is_read_and_written_in_full(moment, qtbot):
    enter(moment, "9h5", qtbot)
    assert not moment.is_readable()
    enter(moment, "905", qtbot)
    assert (moment.text(), moment.value()) == ("09:05", time(9, 5))
    assert moment.told == [None, time(9, 5)]


def test_that_keys_move_the_time(moment, qtbot):
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Down):
        qtbot.keyClick(moment, key)
    assert moment.value() == time(15)


def test_that_a_time_goes_round_midnight(moment, qtbot):
    moment.set_value(time(23, 55))
    qtbot.keyClick(moment, Qt.Key.Key_Up)
    assert moment.value() == time(0)


def test_that_keys_do_nothing_to_no_time(moment, qtbot):
    moment.set_value(None)
    qtbot.keyClick(moment, Qt.Key.Key_Up)
    assert moment.text() == ""
    assert moment.is_readable()
