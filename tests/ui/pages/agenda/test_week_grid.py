"""The week is walked, entered and emptied with the keyboard alone."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.agenda import words
from microstructure_desktop.ui.pages.agenda.stops import Genre
from microstructure_desktop.ui.pages.agenda.week_grid import WeekGrid
from tests.cabinet import TODAY
from tests.services.cases import planned
from tests.ui import a11y

KEY = Qt.Key


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def grid(show, week, team, discretion):
    made = show(WeekGrid(discretion, lambda: team.clock().astimezone()), 1000, 640)
    made.show_week(week())
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def press(grid, *keys):
    for key in keys:
        QTest.keyClick(grid, key)


def here(grid):
    return grid.day_of(grid.current()).day, words.hours(grid.current().plage)


def test_that_the_keyboard_begins_now(grid):
    assert here(grid) == (19, "14:00 – 14:45")  # it is 14:05
    assert a11y.problems(grid) == []
    assert "LÉGENDE Sophie" in grid.accessibleDescription()


def test_that_arrows_go_by_stop_and_by_day(grid):
    press(grid, KEY.Key_Down)
    assert here(grid) == (19, "14:45 – 15:30")
    press(grid, KEY.Key_Up, KEY.Key_Up)
    assert here(grid) == (19, "13:30 – 14:00")
    press(grid, KEY.Key_Left)
    assert here(grid) == (18, "13:30 – 14:00")
    assert grid.accessibleDescription() == (
        "mercredi 18\xa0novembre, 13:30 – 14:00, rien de prévu, 30\xa0min"
    )


def test_that_a_day_has_two_ends(grid):
    press(grid, *[KEY.Key_Up] * 30)
    assert here(grid) == (19, "09:00 – 09:30")
    press(grid, *[KEY.Key_Down] * 40)
    assert here(grid) == (19, "17:30 – 18:00")


def test_that_two_at_once_are_both_reached(grid, week):
    grid.show_week(week(mine=False))
    press(grid, KEY.Key_Right)
    assert here(grid) == (19, "14:15 – 14:45")
    press(grid, KEY.Key_Right)
    assert here(grid)[0] == 20
    press(grid, KEY.Key_Left)
    press(grid, KEY.Key_Left)
    assert here(grid)[0] in (18, 19)


def test_that_enter_chooses_and_delete_asks_to_cancel(grid, qtbot):
    for key in (KEY.Key_Return, KEY.Key_Space):
        with qtbot.waitSignal(grid.chosen) as chosen:
            press(grid, key)
        assert chosen.args[0].rendez_vous is not None
    with qtbot.waitSignal(grid.cancel_asked):
        press(grid, KEY.Key_Delete)
    press(grid, KEY.Key_Down)
    with qtbot.assertNotEmitted(grid.cancel_asked):
        press(grid, KEY.Key_Delete)
    with qtbot.waitSignal(grid.chosen) as chosen:
        press(grid, KEY.Key_Return)
    assert chosen.args[0].genre is Genre.LIBRE


def test_that_other_weeks_are_asked_for(grid):
    asked = []
    grid.week_asked.connect(asked.append)
    press(grid, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Home)
    press(grid, *[KEY.Key_Right] * 3)
    assert asked == [1, -1, 0, 1]
    assert here(grid)[0] == 21


def test_that_keys_with_a_modifier_are_not_for_the_grid(grid):
    before = here(grid)
    QTest.keyClick(grid, KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert here(grid) == before


def test_that_a_click_chooses_what_it_pressed(grid, qtbot):
    stop = next(s for s in grid._week[1] if s.bloc)
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.mouseClick(
            grid,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            grid.place_of(stop).center().toPoint(),
        )
    assert chosen.args == [stop]
    with qtbot.assertNotEmitted(grid.chosen):
        QTest.mouseClick(
            grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 3)
        )


def test_that_a_change_leaves_the_keyboard_where_it_was(grid, week, team, people):
    press(grid, KEY.Key_Down)
    planned(team, people.luc, TODAY, heure=time(10), duree=30)
    grid.show_week(week())
    assert here(grid) == (19, "14:45 – 15:30")
    assert grid.current().plage == Plage(885, 930)


def test_that_the_pointer_is_told_the_whole_words(grid, discretion):
    stop = next(s for s in grid._week[3] if s.rendez_vous)
    QTest.mouseMove(grid, grid.place_of(stop).center().toPoint())
    assert "LÉGENDE Sophie" in grid.toolTip()
    discretion.switch(on=True)
    assert "LÉGENDE" not in grid.toolTip()
    assert "LÉGENDE" not in grid.accessibleDescription()


def test_that_the_widget_is_as_high_as_its_hours(grid):
    assert grid.sizeHint().height() == grid.plan().height
    grid.restyle()
    assert grid.minimumSizeHint().height() == grid.plan().height
