"""Rows of two lines: everything is drawn, nothing overlaps, and it is spoken."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.row_delegate import RowText
from tests.ui.gallery import patient_list


@pytest.fixture
def view(show):
    return show(patient_list(), 312, 500)


def strip(view, row: int, x: int) -> set[str]:
    """The colours met down one row, at a distance from the left."""
    image = view.viewport().grab().toImage()
    area = view.visualRect(view.model().index(row, 0))
    return {image.pixelColor(x, y).name() for y in range(area.top() + 4, area.bottom() - 4)}


def test_that_the_row_selected_is_marked_twice(view):
    assert look.colour("selected").name() in strip(view, 2, 30)
    assert look.colour("primary").name() in strip(view, 2, 9)
    assert strip(view, 0, 9) == {look.colour("surface").name()}


def test_that_a_tag_is_drawn_at_the_right(view):
    assert look.colour("warn_bg").name() in strip(view, 1, view.width() - 30)
    assert look.colour("danger_bg").name() in strip(view, 4, view.width() - 30)


def test_that_a_ring_shows_where_the_keyboard_is(view, qtbot):
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.ring = True
    view.viewport().update()
    assert look.colour("focus").name() in strip(view, 2, 9)


def test_that_rows_grow_with_the_text(theme, view):
    before = view.sizeHintForIndex(view.model().index(0, 0)).height()
    theme.choose("clair", 150)
    assert before == 66
    assert view.sizeHintForIndex(view.model().index(0, 0)).height() == 91


def test_that_a_row_is_spoken_whole():
    text = RowText("COSTA Maria", "39 ans", "jeu. 12 nov.", ("Fiche à faire", "warn"))
    assert text.spoken() == "COSTA Maria, 39 ans, jeu. 12 nov., Fiche à faire"
    assert RowText("COSTA Maria").spoken() == "COSTA Maria"


def test_that_an_icon_may_stand_at_the_left(show):
    plain, signed = show(patient_list(), 312, 200), show(patient_list(), 312, 200)
    signed.model().set_rows([RowText("Compléter la fiche", icon=("clipboard-list", "warn"))])
    plain.model().set_rows([RowText("Compléter la fiche", faded=True)])
    assert look.colour("warn").name() in {
        colour for x in range(15, 36) for colour in strip(signed, 0, x)
    }
    assert look.colour("warn").name() not in strip(plain, 0, 24)
