"""A table painted from its model: tags, pips, widths, and sorting by a click."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.table_view import TableView
from tests.ui.a11y import problems
from tests.ui.gallery import COLUMNS, FORFAITS, forfait_table


@pytest.fixture
def table(show):
    made = forfait_table()
    made.told = []
    made.row_chosen.connect(made.told.append)
    return show(made, 900, 260)


def cell(table, row: int, column: int) -> set[str]:
    area = table.visualRect(table.model().index(row, column))
    image = table.viewport().grab(area).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_that_rows_stay_as_given_until_a_heading_is_clicked(table):
    assert table.model().rows() == FORFAITS


def test_that_a_click_on_a_heading_sorts(table, qtbot):
    header = table.horizontalHeader()
    place = header.sectionViewportPosition(1) + 20
    header.viewport().setFocus()
    qtbot.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=header.rect().topLeft().__class__(place, 10),
    )
    assert [row[1] for row in table.model().rows()] == sorted(row[1] for row in FORFAITS)


def test_that_tags_pips_and_tones_are_painted(table):
    assert look.colour("ok_bg").name() in cell(table, 0, 3)
    assert look.colour("psychologue").name() in cell(table, 0, 2)
    assert look.colour("danger").name() in cell(table, 3, 2)


def test_that_widths_follow_the_columns_and_the_text(theme, table):
    assert table.columnWidth(1) == 120
    theme.choose("clair", 150)
    assert table.columnWidth(1) == 165
    assert table.rowHeight(0) == 58


def test_that_a_row_is_chosen_by_enter_or_double_click(table, qtbot):
    table.selectRow(2)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.told == [FORFAITS[2], FORFAITS[0]]


def test_that_arrows_move_and_tab_leaves(table, qtbot):
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    assert not table.tabKeyNavigation()
    assert problems(table) == []


def test_that_a_ring_shows_where_the_keyboard_is(table):
    table.selectRow(1)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.ring = True
    assert look.colour("focus").name() in cell(table, 1, 0)


def test_that_a_table_without_model_is_empty(table):
    table.setModel(None)
    table.restyle()
    assert table.model() is None


def test_that_a_short_table_shows_all_its_rows(table):
    table.resize(900, table.sizeHint().height())
    assert not table.verticalScrollBar().isVisible()
    before = table.sizeHint().height()
    table.model().set_rows(FORFAITS * 10)
    assert table.sizeHint().height() == before + 8 * table.rowHeight(0)
    assert table.minimumSizeHint().height() < before


def test_that_a_dense_table_shows_all_its_rows(show):
    tall, dense = forfait_table(), TableView("Dense", dense=True)
    model = RowsModel(COLUMNS, parent=dense)
    model.set_rows(FORFAITS * 10)
    dense.setModel(model)
    show(dense, 900)
    last = dense.visualRect(model.index(39, 0))
    assert last.bottom() <= dense.viewport().height()
    assert dense.minimumSizeHint().height() == dense.sizeHint().height()
    assert last.height() < tall.verticalHeader().defaultSectionSize()


def test_that_a_name_is_not_cut_while_the_table_can_scroll(table):
    names = max(table.fontMetrics().horizontalAdvance(row[0]) for row in FORFAITS)
    table.resize(500, 260)
    assert table.columnWidth(0) > names
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(1200, 260)
    assert table.horizontalScrollBar().maximum() == 0
    others = sum(table.columnWidth(at) for at in range(1, len(COLUMNS)))
    assert table.columnWidth(0) == table.viewport().width() - others


def test_that_room_is_given_to_what_is_read_later(table):
    table.resize(500, 260)
    table.model().set_rows([("Un nom bien plus long que les autres", *FORFAITS[0][1:])])
    assert table.columnWidth(0) == look.control_px(190)


def test_that_a_heading_without_words_under_it_is_whole(table):
    table.model().set_rows([("", *FORFAITS[0][1:])])
    table.resize(500, 260)
    heading = table.horizontalHeader().fontMetrics().horizontalAdvance("Patient")
    assert table.columnWidth(0) > heading + 20
