"""The kinds are chips, each with its key; the keys are told where the pointer rests."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.ui.pages.reunions.decision_kind import DecisionKind
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from tests.ui.a11y import problems


@pytest.fixture
def editor(show):
    made = QWidget()
    made.kind = DecisionKind(made)
    made.field = LineEdit()
    made.field.setAccessibleName("Décision")
    made.setLayout(column(made.kind, made.field))
    show(made, 600, 160)
    made.field.setFocus(Qt.FocusReason.TabFocusReason)
    return made


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_M, TypeDecision.MAINTIEN),
        (Qt.Key.Key_I, TypeDecision.INTENSIFICATION),
        (Qt.Key.Key_E, TypeDecision.ESPACEMENT),
        (Qt.Key.Key_O, TypeDecision.ORIENTATION),
        (Qt.Key.Key_P, TypeDecision.AVIS_PSYCHIATRE),
        (Qt.Key.Key_V, TypeDecision.VAD),
        (Qt.Key.Key_R, TypeDecision.REEVALUATION_PPS),
        (Qt.Key.Key_N, TypeDecision.INCLUSION),
        (Qt.Key.Key_S, TypeDecision.SORTIE),
        (Qt.Key.Key_G, TypeDecision.SIGNALEMENT),
        (Qt.Key.Key_A, TypeDecision.AUCUNE),
    ],
)
def test_that_each_kind_has_its_key(qtbot, editor, key, kind):
    with qtbot.waitSignal(editor.kind.changed) as told:
        qtbot.keyClick(editor.field, key, Qt.KeyboardModifier.AltModifier)
    assert told.args == [kind]
    assert editor.kind.value() is kind
    assert editor.field.text() == ""


def test_that_a_chip_says_its_key_and_tells_its_kind(qtbot, editor):
    chip = editor.kind.chips.chip("SORTIE")
    assert chip.toolTip() == "Fin du suivi à préparer (Alt+S)"
    with qtbot.waitSignal(editor.kind.changed) as told:
        chip.click()
    assert told.args == [TypeDecision.SORTIE]
    assert problems(editor) == []


def test_that_showing_a_kind_tells_nothing(qtbot, editor):
    with qtbot.assertNotEmitted(editor.kind.changed):
        editor.kind.set_value(TypeDecision.VAD)
        editor.kind.set_value(None)
    assert editor.kind.value() is None
