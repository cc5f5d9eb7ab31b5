"""Échap belongs to an open editor first, to the window else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.own_escape import OwnEscape


class Editor(OwnEscape, QWidget):
    def __init__(self):
        super().__init__()
        self.line = LineEdit()
        self.setLayout(column(self.line))
        self.held = True
        self.left = 0

    def holds_escape(self):
        return self.held

    def on_escape(self):
        self.left += 1


@pytest.fixture
def window(qtbot, show):
    """A window whose own shortcut is Échap, as the real one's."""
    window = QWidget()
    window.editor = Editor()
    window.setLayout(column(window.editor))
    window.gone_back = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
    shortcut.activated.connect(lambda: window.gone_back.append(1))
    show(window)
    window.activateWindow()
    window.editor.line.setFocus()
    qtbot.waitUntil(window.editor.line.hasFocus)
    return window


def test_that_an_open_editor_takes_the_key(qtbot, window):
    qtbot.keyClick(window.editor.line, Qt.Key.Key_Escape)
    assert (window.editor.left, window.gone_back) == (1, [])


def test_that_a_closed_one_leaves_it_to_the_window(qtbot, window):
    window.editor.held = False
    qtbot.keyClick(window.editor.line, Qt.Key.Key_Escape)
    assert (window.editor.left, window.gone_back) == (0, [1])


def test_that_other_keys_go_through(qtbot, window):
    qtbot.keyClicks(window.editor.line, "ab")
    assert window.editor.line.text() == "ab"
