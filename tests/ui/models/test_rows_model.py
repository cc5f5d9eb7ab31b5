"""Rows in a list: shown through columns, sorted and filtered without a proxy."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from microstructure_desktop.ui.cell_roles import (
    PIPS_ROLE,
    ROW_ROLE,
    STRONG_ROLE,
    TAG_ROLE,
    TONE_ROLE,
    WIDTH_ROLE,
)
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel

ROWS = (
    ("Bernard", date(2027, 1, 14), 5),
    ("costa", date(2026, 4, 2), 1),
    ("Delmas", date(2027, 3, 2), 6),
)
COLUMNS = (
    Column("Patient", lambda r: r[0], strong=True, sort_key=lambda r: r[0].lower()),
    Column("Échéance", lambda r: f"{r[1]:%d/%m/%Y}", 120, sort_key=lambda r: r[1]),
    Column(
        "Séances",
        lambda r: f"{r[2]} / 6",
        90,
        right=True,
        tag=lambda r: ("Épuisé", "danger") if r[2] == 6 else None,
        pips=lambda r: ("psychologue", r[2], 6),
        tone=lambda r: "danger" if r[2] == 6 else "text",
    ),
)


@pytest.fixture
def model(qtmodeltester) -> RowsModel:
    made = RowsModel(COLUMNS, spoken=lambda r: f"{r[0]}, {r[2]} séances")
    made.set_rows(ROWS)
    qtmodeltester.check(made)
    return made


def column_of(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_that_cells_say_what_their_column_says(model):
    assert column_of(model, 1) == ["14/01/2027", "02/04/2026", "02/03/2027"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Échéance"
    assert model.index(0, 2).data(ROW_ROLE) == ROWS[0]
    assert model.row(2) == ROWS[2]


def test_that_the_rest_of_a_cell_is_told_by_roles(model):
    full = model.index(2, 2)
    assert full.data(TAG_ROLE) == ("Épuisé", "danger")
    assert full.data(PIPS_ROLE) == ("psychologue", 6, 6)
    assert full.data(TONE_ROLE) == "danger"
    assert model.index(0, 2).data(TAG_ROLE) is None
    assert model.index(0, 0).data(STRONG_ROLE) is True
    assert model.index(0, 0).data(TONE_ROLE) is None
    assert full.data(Qt.ItemDataRole.AccessibleTextRole) == "Delmas, 6 séances"
    assert full.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_that_headings_tell_their_width_and_side(model):
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(1, horizontal, WIDTH_ROLE) == 120
    side = model.headerData(2, horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, horizontal, Qt.ItemDataRole.ToolTipRole) is None


def test_that_sorting_uses_values_not_words(model):
    model.sort(1)
    assert column_of(model, 0) == ["costa", "Bernard", "Delmas"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert column_of(model, 0) == ["Delmas", "Bernard", "costa"]


def test_that_without_a_key_the_words_sort():
    model = RowsModel((Column("Patient", lambda r: r),))
    model.set_rows(("b", "a"))
    model.sort(0)
    assert model.rows() == ("a", "b")
    model.sort(-1)
    assert model.rows() == ("b", "a")


def test_that_a_filter_and_an_order_hold_for_new_rows(model):
    model.sort(0)
    model.set_filter(lambda r: r[2] > 1)
    model.set_rows((*ROWS, ("Abel", date(2027, 1, 1), 3)))
    assert column_of(model, 0) == ["Abel", "Bernard", "Delmas"]
    model.set_filter(None)
    assert model.rowCount() == 4


def test_that_a_row_is_found_by_what_it_is(model):
    assert model.index_of(lambda r: r[0] == "Delmas").row() == 2
    assert not model.index_of(lambda r: r[0] == "Zola").isValid()


def test_that_the_speech_of_a_cell_is_its_text_by_default():
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Bernard"
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_that_rows_are_told_anew_where_they_stand(qtbot, model):
    with qtbot.waitSignal(model.dataChanged) as told:
        model.name_anew()
    first, last = told.args[:2]
    assert (first.row(), first.column()) == (0, 0)
    assert (last.row(), last.column()) == (2, 2)
    model.set_rows(())
    with qtbot.assertNotEmitted(model.dataChanged):
        model.name_anew()


def test_that_more_rows_come_below_and_nothing_moves(qtbot, model):
    model.set_filter(lambda r: r[2] > 1)
    shown = model.rows()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as told:
        model.add_rows((("Zola", date(2027, 1, 1), 9), ("Yver", date(2027, 1, 1), 0)))
    assert told.args[1:3] == [len(shown), len(shown)]
    assert model.rows() == (*shown, ("Zola", date(2027, 1, 1), 9))
    with qtbot.assertNotEmitted(model.rowsInserted):
        model.add_rows((("Yver", date(2027, 1, 1), 0),))
    model.sort(0)
    model.add_rows((("Abel", date(2027, 1, 1), 9),))
    assert column_of(model, 0)[0] == "Abel"
