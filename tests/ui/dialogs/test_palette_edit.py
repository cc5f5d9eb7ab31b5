"""Where one types in the palette keeps every key for itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui.dialogs.palette_edit import PaletteEdit

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ground(show):
    made = QWidget()
    made.edit = PaletteEdit("Une personne")
    QVBoxLayout(made).addWidget(made.edit)
    show(made, 400, 120)
    made.edit.setFocus()
    return made


@pytest.mark.parametrize(
    ("key", "by"),
    [("Down", 1), ("Up", -1), ("Tab", 1), ("Backtab", -1), ("PageDown", 5), ("PageUp", -5)],
)
def test_that_arrows_and_tab_move_in_the_list(qtbot, ground, key, by):
    with qtbot.waitSignal(ground.edit.moved) as moved:
        QTest.keyClick(ground.edit, getattr(Qt.Key, f"Key_{key}"))
    assert moved.args == [by]
    assert ground.edit.hasFocus()


@pytest.mark.parametrize(("key", "with_"), [("Escape", None), ("K", CONTROL)])
def test_that_escape_or_the_same_keys_leave(qtbot, ground, key, with_):
    with qtbot.waitSignal(ground.edit.left):
        QTest.keyClick(
            ground.edit, getattr(Qt.Key, f"Key_{key}"), with_ or Qt.KeyboardModifier.NoModifier
        )


def test_that_enter_takes_the_current_one(qtbot, ground):
    with qtbot.waitSignal(ground.edit.entered):
        QTest.keyClick(ground.edit, Qt.Key.Key_Return)


def test_that_the_page_below_hears_nothing_but_locking_and_hiding_names(ground):
    heard = []
    for keys in ("Ctrl+N", "Esc", "Ctrl+L", "F9"):
        shortcut = QShortcut(QKeySequence(keys), ground)
        shortcut.activated.connect(lambda keys=keys: heard.append(keys))
    QTest.keyClick(ground.edit, Qt.Key.Key_N, CONTROL)
    QTest.keyClick(ground.edit, Qt.Key.Key_Escape)
    QTest.keyClick(ground.edit, Qt.Key.Key_L, CONTROL)
    QTest.keyClick(ground.edit, Qt.Key.Key_F9)
    assert heard == ["Ctrl+L", "F9"]


def test_that_letters_are_typed(ground):
    QTest.keyClicks(ground.edit, "del")
    assert ground.edit.text() == "del"
    assert ground.edit.accessibleName() == "Une personne"
