"""A score sheet filled by digits or by clicks, ten digits and Enter for ten topics."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.score_grid import ScoreGrid, ScoreRow
from tests.ui.a11y import name_of, problems

FIVE = (0, 1, 2, 3, 4)
AUDIT = [
    *(ScoreRow(n, f"Sujet {n}", FIVE) for n in range(1, 9)),
    ScoreRow(9, "Blessure", (0, 2, 4)),
    ScoreRow(10, "Inquiétude", (0, 2, 4)),
]
FACE = [ScoreRow(1, "Fréquence", FIVE), ScoreRow(2, "Entourage", (0, 4), yes_no=True)]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make(show):
    def made(rows=AUDIT, width=600):
        grid = show(ScoreGrid(rows, "AUDIT"), width)
        grid.told = []
        grid.changed.connect(lambda: grid.told.append(grid.values()))
        grid.clearFocus()
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        return grid

    return made


def centre(grid, n, value=None):
    at = [row.n for row in grid._rows].index(n)
    place = grid._plan_at(grid.width()).rows[at]
    point = place.topic.topLeft() if value is None else place.cells[value].center()
    return point.toPoint() + QPoint(1, 1)


def test_that_a_sheet_is_ten_digits_and_enter(make, qtbot, taper):
    grid = make()
    with qtbot.waitSignal(grid.finished):
        taper(grid, "4123314222")
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert list(grid.values().values()) == [4, 1, 2, 3, 3, 1, 4, 2, 2, 2]
    assert list(grid.values()) == list(range(1, 11))
    assert len(grid.told) == 10


def test_that_a_digit_not_offered_stays_and_says_what_is(make, taper):
    grid = make()
    grid.set_current(9)
    before = grid.heightForWidth(600)
    taper(grid, "1")
    assert (grid.values(), grid.current(), grid.told) == ({}, 9, [])
    said = "9. Blessure\u00a0: sans réponse. Cotes possibles\u00a0: 0, 2 ou 4"
    assert grid.accessibleDescription() == said
    assert grid.heightForWidth(600) > before
    taper(grid, "2")
    assert (grid.values(), grid.current()) == ({9: 2}, 10)
    assert grid.heightForWidth(600) == before


def test_that_yes_and_no_are_letters_or_digits(make, taper):
    grid = make(FACE)
    for signs, values in (("3o", {1: 3, 2: 4}), ("30", {1: 3, 2: 0}), ("31", {1: 3, 2: 4})):
        grid.set_current(1)
        taper(grid, signs)
        assert grid.values() == values


def test_that_a_french_keyboard_answers_without_shift(make, taper):
    grid = make()
    taper(grid, "é'à")
    assert grid.values() == {1: 2, 2: 4, 3: 0}


def test_that_the_same_answer_again_is_not_told(make, taper, qtbot):
    grid = make()
    qtbot.keyClick(grid, Qt.Key.Key_Backspace)
    assert grid.told == []
    taper(grid, "1")
    grid.set_current(1)
    taper(grid, "1")
    assert (grid.told, grid.current()) == ([{1: 1}], 2)


def test_that_arrows_move_between_rows_and_inside_the_tray(make, qtbot):
    grid = make()
    for key, n in (("Down", 2), ("Down", 3), ("Up", 2), ("End", 10), ("Down", 10), ("Home", 1)):
        qtbot.keyClick(grid, getattr(Qt.Key, f"Key_{key}"))
        assert grid.current() == n
    assert grid.values() == {}
    seen = []
    for key in ("Right", "Right", "Left", "Left"):
        qtbot.keyClick(grid, getattr(Qt.Key, f"Key_{key}"))
        seen.append(grid.values()[1])
    assert seen == [0, 1, 0, 0]
    assert grid.current() == 1
    grid.set_current(9)
    for value in (4, 2):
        qtbot.keyClick(grid, Qt.Key.Key_Left)
        assert grid.values()[9] == value


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_that_an_answer_is_given_back_upwards(make, qtbot, taper, key):
    grid = make()
    taper(grid, "12")
    qtbot.keyClick(grid, key)
    assert (grid.values(), grid.current()) == ({1: 1, 2: 2}, 2)
    qtbot.keyClick(grid, key)
    assert (grid.values(), grid.current()) == ({1: 1}, 2)
    qtbot.keyClick(grid, key)
    assert (grid.values(), grid.current()) == ({1: 1}, 1)
    qtbot.keyClick(grid, key)
    assert (grid.values(), grid.current()) == ({}, 1)
    assert grid.told[-2:] == [{1: 1}, {}]


def test_that_a_click_answers_and_a_second_gives_back(make, qtbot):
    grid = make()
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 5, 3))
    assert (grid.values(), grid.current()) == ({5: 3}, 5)
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 5, 1))
    assert grid.values() == {5: 1}
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 5, 1))
    assert grid.values() == {}
    qtbot.mouseClick(grid, Qt.MouseButton.RightButton, pos=centre(grid, 5, 1))
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 7))
    assert (grid.values(), grid.current()) == ({}, 7)
    assert grid.told == [{5: 3}, {5: 1}, {}]


def test_that_a_click_may_be_taken_back_before_release(make, qtbot):
    grid = make()
    qtbot.mousePress(grid, LEFT, pos=centre(grid, 2, 3))
    qtbot.mouseRelease(grid, LEFT, pos=centre(grid, 2, 4))
    assert grid.values() == {}


def test_that_a_click_reaches_its_row_though_a_sentence_goes_away(make, qtbot, taper):
    grid = make()
    taper(grid, "9")
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 2, 3))
    assert grid.values() == {2: 3}
    assert "Cotes" not in grid.accessibleDescription()


def test_that_setting_is_silent_and_keeps_what_the_rows_offer(make):
    grid = make()
    grid.set_values({10: 4, 1: 3, 9: 1, 12: 2})
    assert grid.values() == {1: 3, 10: 4}
    assert grid.told == []
    assert grid.accessibleDescription() == "1. Sujet 1\u00a0: 3"


def test_that_a_refusal_and_a_footer_take_their_place(make):
    grid = make()
    plain = grid.heightForWidth(600)
    grid.set_refused({1: "Donnez une cote"})
    refused = grid.heightForWidth(600)
    grid.set_footer("Total 24 sur 40")
    assert plain < refused < grid.heightForWidth(600)
    assert grid.accessibleDescription().endswith("sans réponse. Donnez une cote")
    grid.set_refused({})
    grid.set_footer("")
    assert grid.heightForWidth(600) == plain


def test_that_the_grid_is_one_tab_stop(show, qtbot):
    whole = QWidget()
    column = QVBoxLayout(whole)
    first, second = ScoreGrid(AUDIT, "AUDIT"), ScoreGrid(FACE, "FACE")
    column.addWidget(first)
    column.addWidget(second)
    show(whole)
    first.setFocus()
    assert not first.ring
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.ring
    assert name_of(second) == "FACE"
    assert problems(whole) == []


def test_that_letters_and_shortcuts_go_on_to_the_page(make, qtbot):
    grid = make()
    for key, modifier in (
        (Qt.Key.Key_A, "No"),
        (Qt.Key.Key_1, "Alt"),
        (Qt.Key.Key_Return, "Control"),
    ):
        with qtbot.assertNotEmitted(grid.finished):
            qtbot.keyClick(grid, key, getattr(Qt.KeyboardModifier, f"{modifier}Modifier"))
    assert grid.values() == {}


def test_that_the_current_row_is_kept_in_sight(show, qtbot, taper):
    body = PageBody()
    card = Card("AUDIT")
    grid = ScoreGrid(AUDIT, "AUDIT")
    card.body.addWidget(grid)
    body.main.addWidget(card)
    show(body, 700, 300)
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    taper(grid, "111111111")
    place = grid._plan_at(grid.width()).rows[9].area.center().toPoint()
    assert body.viewport().rect().contains(grid.mapTo(body.viewport(), place))
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert body.viewport().rect().contains(grid.mapTo(body.viewport(), centre(grid, 1)))


def test_that_the_pointer_lights_what_it_would_answer(make, qtbot):
    grid = make()
    plain = grid.grab().toImage()
    qtbot.mouseMove(grid, centre(grid, 2, 3))
    qtbot.waitUntil(lambda: grid.cursor().shape() is Qt.CursorShape.PointingHandCursor)
    assert grid.grab().toImage() != plain
    qtbot.mouseMove(grid, centre(grid, 2))
    qtbot.waitUntil(lambda: grid.cursor().shape() is Qt.CursorShape.ArrowCursor)
    assert grid.grab().toImage() == plain


def test_that_the_hints_hold_the_grid(make):
    grid = make()
    hint = grid.sizeHint()
    assert hint.height() == grid.heightForWidth(hint.width())
    assert grid.minimumSizeHint().width() < 300
    assert grid.heightForWidth(250) > grid.heightForWidth(600)
