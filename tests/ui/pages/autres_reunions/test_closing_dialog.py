"""Closing says what ends, and asks again when a text is doubted."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui.pages.autres_reunions.closing_dialog import ClosingDialog
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui import a11y


@pytest.fixture
def dialog(theme, show, meeting):
    opened = meeting(points=(Point("Tests", "Dit."), Point("Divers")))

    def shown(doubts=0, **changes):
        made = ClosingDialog(show(QWidget(), 800, 500), replace(opened.reunion, **changes), doubts)
        made.open()
        return made

    return shown


def said(dialog):
    return " ".join(x.text() for x in dialog.findChildren(Paragraph)).replace("\xa0", " ")


def test_that_it_counts_what_is_written(qtbot, dialog):
    made = dialog(actions=(Decision("a", "Commander"), Decision("b", " ")))
    assert a11y.problems(made) == []
    assert "4 participants, 1 point rédigé, 1 action." in said(made)
    assert "patient" not in said(made)
    assert made.back_button.hasFocus()
    with qtbot.waitSignal(made.accepted):
        made.close_button.click()


def test_that_doubts_and_a_missing_hour_are_asked_about(dialog):
    made = dialog(2, fin=None)
    assert "semble cité dans 2 textes" in said(made)
    assert "heure de fin" in said(made)
    assert "aucune action" in said(made)
