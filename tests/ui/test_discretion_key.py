"""F9 over a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.discretion_key import DiscretionKey


@pytest.fixture
def discretion(qapp):
    return Discretion()


@pytest.fixture
def dialog(show, discretion):
    window = show(QWidget(), 400, 300)
    DiscretionKey(discretion, window)
    made = QDialog(window)
    made.setModal(True)
    return made


def open_(qtbot, dialog):
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def test_that_names_are_hidden_from_a_dialog_and_shown_again(qtbot, dialog, discretion):
    open_(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    assert discretion.on
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    assert not discretion.on


def test_that_a_dialog_found_again_has_one_key(qtbot, qapp, dialog, discretion):
    open_(qtbot, dialog)
    qapp.focusWindowChanged.emit(dialog.windowHandle())
    assert len(dialog.findChildren(QShortcut)) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    assert discretion.on
