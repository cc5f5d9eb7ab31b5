"""The table on screen: arrows move in it, each state is painted with its sign."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.animateur.pages.mois import acts
from microstructure_desktop.ui.animateur.pages.mois.grid import MonthGrid
from microstructure_desktop.ui.animateur.pages.mois.page import MoisPage
from tests.animateur.cases import FEVRIER
from tests.ui import a11y


@pytest.fixture
def grid(world, show):
    cabinet = world.region.cabinet()
    world.region.send(cabinet)
    world.region.send(cabinet, FEVRIER, sequence=1)
    made = show(MonthGrid(), 1160, 300)
    made.show_year(acts.lire(world.desk, None))
    return made


def test_that_arrows_move_from_month_to_month(grid, qtbot):
    grid.go_to(0, 0)
    with qtbot.waitSignal(grid.cell_shown) as told:
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert told.args[0][1].mois == FEVRIER
    assert a11y.problems(grid) == []


def test_that_the_place_stays_when_it_is_read_again(grid, world):
    grid.go_to(0, 2)
    grid.show_year(acts.lire(world.desk, None))
    assert grid.currentIndex().column() == 2


def test_that_what_is_refused_has_a_ground_and_what_is_received_has_none(grid):
    grid.clearSelection()
    shot = grid.viewport().grab().toImage()
    grounds = []
    for column in range(2):
        area = grid.visualRect(grid.cells.index(0, column))
        grounds.append(shot.pixelColor(area.left() + 6, area.center().y()).name())
    assert grounds == [look.colour("surface").name(), look.colour("warn_bg").name()]


def test_that_months_scroll_when_there_is_no_room_and_names_stay(grid):
    grid.resize(600, 300)
    assert grid.horizontalScrollBar().maximum() > 0
    assert grid.verticalHeader().isVisible()


def test_that_arrows_show_a_ring_and_room_decides_how_many_rows(grid):
    grid.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not grid.ring
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.ring
    one = grid.sizeHint().height()
    grid.set_room(10)
    assert grid.sizeHint().height() == one


def test_that_what_a_cell_says_stays_in_sight(world, opened):
    for rank in range(1, 16):
        world.region.cabinet(f"OCC-31-{rank:03}")
    page = opened(MoisPage)
    assert page.grid.verticalScrollBar().maximum() > 0
    shown = page.cell.mapTo(page.body.viewport(), page.cell.rect().bottomLeft()).y()
    assert shown <= page.body.viewport().height()
