"""The last answers and these, side by side."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.ui.pages.fiches.changes_dialog import ChangesDialog
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.forms.samples import chain

JUNE, MARCH = date(2026, 6, 2), date(2026, 3, 3)


@pytest.fixture
def make(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def made(earlier, answers):
        dialog = ChangesDialog(window, chain(), earlier, answers)
        dialog.show()
        return dialog

    return made


def words(dialog):
    return [part.text() for part in dialog.view.findChildren(Paragraph)]


def test_that_only_what_is_answered_is_compared_and_the_rest_counted(make):
    earlier = {
        "niveau": Earlier(JUNE, "BAS"),
        "envie": Earlier(JUNE, 4),
        "accord": Earlier(JUNE, True),
    }
    dialog = make(earlier, {"niveau": "HAUT", "envie": 4, "poids": "70"})
    told = words(dialog)
    assert {"Bas", "Haut", "4 sur\u00a010".replace(" ", "\u00a0")} <= {
        text.replace(" ", "\u00a0") for text in told
    }
    assert "Accord" not in told
    assert "Poids" not in told
    assert len(dialog.view.findChildren(Tag)) == 1
    assert dialog.summary.text() == (
        "1\u00a0réponse a changé\u00a0; 1\u00a0question sans réponse pour l’instant."
    )
    headings = [label.text() for label in dialog.view.findChildren(Label)]
    assert "Le 02/06/2026" in headings


def test_that_answers_of_several_days_say_so(make):
    earlier = {"niveau": Earlier(JUNE, "BAS"), "envie": Earlier(MARCH, 4)}
    dialog = make(earlier, {"niveau": "BAS", "envie": 4})
    assert dialog.summary.text() == "Aucune réponse n’a changé."
    assert "Dernières réponses" in [label.text() for label in dialog.view.findChildren(Label)]
