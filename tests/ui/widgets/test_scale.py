"""Scale: a figure by click, by digit or by arrow; ten can be reached."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.widgets.scale import Scale
from tests.ui.a11y import name_of, problems


@pytest.fixture
def scale(show) -> Scale:
    made = Scale(0, 10, "beaucoup moins bien", "beaucoup mieux", name="Évolution")
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 600)


def press(qtbot, scale, *keys):
    for key in keys:
        qtbot.keyClick(scale.focusProxy(), key)


@pytest.mark.parametrize(
    ("keys", "figure"),
    [
        ("7", 7),
        ("0", 0),
        ("10", 10),
        ("73", 3),
        ("100", 0),
        ("1", 1),
        ("11", 1),
    ],
)
def test_that_digits_answer(scale, qtbot, keys, figure):
    press(qtbot, scale, *(getattr(Qt.Key, f"Key_{digit}") for digit in keys))
    assert scale.value() == figure


def test_that_arrows_move_and_stop_at_the_ends(scale, qtbot):
    scale.set_value(9)
    press(qtbot, scale, *[Qt.Key.Key_Right] * 3)
    assert scale.value() == 10
    press(qtbot, scale, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert scale.value() == 0
    press(qtbot, scale, Qt.Key.Key_End)
    assert scale.value() == 10


def test_that_a_digit_after_an_arrow_starts_again(scale, qtbot):
    press(qtbot, scale, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_0)
    assert scale.value() == 0


def test_that_the_answer_can_be_given_back(scale, qtbot):
    scale.set_value(6)
    press(qtbot, scale, Qt.Key.Key_Delete)
    assert scale.value() is None
    for _ in range(2):
        qtbot.mouseClick(scale.button(4), Qt.MouseButton.LeftButton)
    assert scale.value() is None
    assert scale.told == [None, 4, None]


def test_that_setting_is_silent(scale):
    scale.set_value(5)
    assert scale.told == []


def test_that_a_narrow_scale_wraps(scale):
    assert scale.heightForWidth(150) > scale.heightForWidth(600)


def test_that_both_ends_are_read_with_their_words(scale):
    assert name_of(scale.button(0)) == "0 beaucoup moins bien"
    assert name_of(scale.button(10)) == "10 beaucoup mieux"
    assert problems(scale) == []


def test_that_letters_go_on_to_the_page(scale, qtbot):
    press(qtbot, scale, Qt.Key.Key_A)
    assert scale.value() is None


def test_that_a_scale_may_begin_elsewhere(show, qtbot):
    scale = show(Scale(1, 5), 300)
    press(qtbot, scale, Qt.Key.Key_0, Qt.Key.Key_3)
    assert scale.value() == 3
