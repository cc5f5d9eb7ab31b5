"""Before figures leave for ever: counted, and read again when somebody may be named."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.pages.rapport import words
from microstructure_desktop.ui.pages.rapport.release_dialog import ReleaseDialog
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui import a11y


@pytest.fixture
def dialog(show):
    def shown(doubts=0):
        made = ReleaseDialog(show(QWidget(), 900, 600), 2025, words.release_counts(6, 4, 1), doubts)
        made.open()
        return made

    return shown


def test_that_what_leaves_is_counted_and_the_harmless_answer_comes_first(qtbot, dialog):
    made = dialog()
    assert a11y.problems(made) == []
    said = [p.text() for p in made.findChildren(Paragraph)]
    assert "6\xa0tableaux exacts, 4\xa0répartitions montrées, 1\xa0non diffusée" in said
    assert made.focusWidget() is made.refuse_button
    assert not made.read_again.isVisible()
    with qtbot.waitSignal(made.accepted):
        made.accept_button.click()


def test_that_doubts_are_read_again_first(dialog):
    made = dialog(doubts=1)
    assert made.read_again.isVisible()
    assert not made.accept_button.isEnabled()
    made.read_again.click()
    assert made.accept_button.isEnabled()
