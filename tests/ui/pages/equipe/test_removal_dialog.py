"""What a removal does is said before; while it is being done it cannot be left."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.retrait import Consequences, CopyNotSound
from microstructure_desktop.ui.pages.equipe import words
from microstructure_desktop.ui.pages.equipe.removal_dialog import RemovalDialog
from tests.ui import a11y


@pytest.fixture
def asked(qtbot, team):
    parent = QWidget()
    qtbot.addWidget(parent)

    def ask(*, feuille=True, connue=False):
        made = RemovalDialog(parent, Consequences(team.psychologue.membre, feuille, connue))
        made.asks = []
        made.asked.connect(made.asks.append)
        made.open()
        return made

    return ask


def test_that_the_consequences_are_said_and_the_keyboard_is_on_the_harmless_one(qtbot, asked):
    dialog = asked()
    assert a11y.problems(dialog) == []
    assert words.REMOVED in dialog.accessibleDescription()
    qtbot.waitUntil(dialog.refuse_button.hasFocus)
    dialog.accept_button.click()
    assert dialog.asks == [False]
    dialog.reject()
    assert dialog.isVisible()
    dialog.refuse(CopyNotSound())
    assert dialog.accept_button.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def test_that_the_sheet_is_spoken_of_only_when_there_is_one(asked):
    assert not asked(feuille=False).seen.isVisible()
    known = asked(connue=True)
    assert known.seen.isVisible()
    known.accept_button.click()
    assert known.asks == [True]
    known.close_saved()
