"""Chips: several choices, or one; the keyboard moves between them."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.widgets.chips import Chips
from tests.ui.a11y import problems

THEMES = (("SOMMEIL", "Sommeil"), ("HUMEUR", "Humeur"), ("TRAVAIL", "Travail"))


@pytest.fixture
def chips(show) -> Chips:
    made = Chips(THEMES, name="Thèmes")
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 500)


def click(qtbot, chips, code):
    qtbot.mouseClick(chips.chip(code), Qt.MouseButton.LeftButton)


def test_that_several_are_taken_in_the_order_shown(chips, qtbot):
    for code in ("TRAVAIL", "SOMMEIL"):
        click(qtbot, chips, code)
    assert chips.selected() == ("SOMMEIL", "TRAVAIL")
    assert chips.told == [("TRAVAIL",), ("SOMMEIL", "TRAVAIL")]


def test_that_a_second_click_gives_back(chips, qtbot):
    for _ in range(2):
        click(qtbot, chips, "HUMEUR")
    assert chips.selected() == ()


def test_that_setting_is_silent(chips):
    chips.set_selected(("HUMEUR", "INCONNU"))
    assert chips.selected() == ("HUMEUR",)
    assert chips.told == []


def test_that_one_filter_is_on_at_a_time(show, qtbot):
    chips = show(Chips(THEMES, single=True), 500)
    for code in ("SOMMEIL", "TRAVAIL", "TRAVAIL"):
        click(qtbot, chips, code)
    assert chips.selected() == ("TRAVAIL",)


def test_that_arrows_move_and_space_takes(chips, qtbot):
    chips.chip("TRAVAIL").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chips.chip("TRAVAIL"), Qt.Key.Key_Right)
    first = chips.chip("SOMMEIL")
    assert first.hasFocus()
    assert first.ring
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert chips.selected() == ("SOMMEIL",)
    assert chips.chip("TRAVAIL").hasFocus()


def test_that_taking_a_chip_moves_no_other(chips):
    before = [chips.chip(code).geometry() for code, _ in THEMES]
    chips.set_selected(("SOMMEIL", "HUMEUR"))
    chips.layout().activate()
    assert [chips.chip(code).geometry() for code, _ in THEMES] == before


def test_that_new_choices_keep_what_was_taken(chips, qtbot):
    chips.set_selected(("HUMEUR",))
    chips.set_choices((("HUMEUR", "Humeur"), ("FAMILLE", "Famille")))
    assert chips.selected() == ("HUMEUR",)


def test_that_a_count_can_change(chips):
    chips.set_label("HUMEUR", "Humeur 12")
    assert chips.chip("HUMEUR").text() == "Humeur 12"


def test_that_other_keys_go_on(chips, qtbot):
    chips.chip("HUMEUR").setFocus()
    qtbot.keyClick(chips.chip("HUMEUR"), Qt.Key.Key_A)
    assert chips.chip("HUMEUR").hasFocus()


def test_that_chips_are_accessible(chips):
    assert problems(chips) == []
