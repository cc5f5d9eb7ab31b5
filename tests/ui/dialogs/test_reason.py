"""A reason is chosen or typed, completed, and never left out."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services.motif import ReasonMissing
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems

USUAL = ("Oubli", "Faute de frappe")
WORDS = "Corriger la séance", "L’ancien texte reste.", "Corriger", USUAL


@pytest.fixture
def dialog(show, qtbot):
    window = show(Paragraph("Page"), 800, 600)
    made = ReasonDialog(window, *WORDS, readers="Lisible par tous.")
    made.open()
    qtbot.waitUntil(made.edit.hasFocus)
    return made


def test_that_a_reason_typed_and_enter_are_enough(dialog, qtbot, taper):
    assert dialog.field.hint_text == "Lisible par tous."
    taper(dialog.edit, " Erreur de saisie ")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert dialog.reason() == "Erreur de saisie"


def test_that_one_click_and_enter_give_a_usual_reason(dialog, qtbot):
    qtbot.mouseClick(dialog.usual.chip("Oubli"), Qt.MouseButton.LeftButton)
    assert dialog.edit.hasFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert dialog.reason() == "Oubli"


def test_that_a_reason_completed_is_no_usual_one(dialog, qtbot, taper):
    qtbot.mouseClick(dialog.usual.chip("Oubli"), Qt.MouseButton.LeftButton)
    taper(dialog.edit, " du score")
    assert dialog.usual.selected() == ()
    assert dialog.reason() == "Oubli du score"


def test_that_without_a_reason_the_field_says_so(dialog, qtbot, taper):
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.field.error_text == ReasonMissing.sentence
    assert problems(dialog) == []
    taper(dialog.edit, "x")
    assert dialog.field.error_text == ""


def test_that_escape_gives_up(dialog, qtbot):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_that_it_is_accessible(dialog):
    assert problems(dialog) == []
    assert dialog.usual.accessibleName() == "Motifs habituels"
