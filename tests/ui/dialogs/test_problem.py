"""A failure is told in words, with what to do, and never with data."""

import pytest

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.dialogs.problem import Problem
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems


class DiskFull(AppError):
    sentence = "Le disque est plein."
    way_out = "Libérez de la place, puis recommencez."


@pytest.mark.parametrize("with_log", [True, False])
def test_that_the_sentence_and_the_way_out_are_shown(show, qtbot, tmp_path, with_log):
    window = show(Paragraph("Page"), 800, 600)
    log = tmp_path / "journaux" if with_log else None
    dialog = Problem(window, DiskFull(), log)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    words = [label.text() for label in dialog.findChildren(Paragraph)]
    assert words[:2] == ["Le disque est plein.", "Libérez de la place, puis recommencez."]
    assert any("journaux" in text for text in words) is with_log
    assert problems(dialog) == []
    with qtbot.waitSignal(dialog.accepted):
        dialog.close_button.click()
