"""What cannot be undone is asked for, and the harmless answer is first."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems

TITLE = "Effacer ce dossier ?"
TEXT = "Il ne pourra plus être retrouvé."


@pytest.fixture
def window(show):
    return show(Paragraph("Page"), 800, 600)


def test_that_enter_by_mistake_refuses(window, qtbot):
    dialog = Confirm(window, TITLE, TEXT, "Effacer le dossier")
    dialog.open()
    qtbot.waitUntil(dialog.refuse_button.hasFocus)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.refuse_button, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Effacer le dossier"
    assert problems(dialog) == []


def test_that_the_verb_does_it(window, qtbot):
    dialog = Confirm(window, TITLE, TEXT, "Signer", danger=False, refusal="Relire")
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept_button.click()
    assert dialog.refuse_button.text() == "Relire"


def test_that_a_word_may_have_to_be_typed(window, qtbot, taper):
    dialog = Confirm(window, TITLE, TEXT, "Effacer", word="EFFACER")
    dialog.open()
    qtbot.waitUntil(dialog.word_edit.hasFocus)
    closed = dialog.accept_button.isEnabled()
    taper(dialog.word_edit, "effacer ")
    assert not closed
    assert dialog.accept_button.isEnabled()
    dialog.word_edit.setText("efface")
    assert not dialog.accept_button.isEnabled()
