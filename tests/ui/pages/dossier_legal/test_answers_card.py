"""An answer is kept when its field is left, once; a bad one is said at the field."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services import dossier_legal
from microstructure_desktop.ui.pages.dossier_legal.answers_card import AnswersCard
from tests.ui import a11y


@pytest.fixture
def card(team, theme, show):
    made = show(AnswersCard(), 900, 1200)
    made.show_answers(dossier_legal.dossier(team.medecin).reponses, may_write=True)
    return made


def leave(card, name, text):
    editor = card.editors[name]
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.setText(text)
    editor.editingFinished.emit()


def test_that_each_blank_has_its_field_and_what_stands_in(card):
    assert a11y.problems(card) == []
    assert len(card.fields) == 11
    assert card.editors["responsable"].placeholderText() == "Dr Paul Exemple"
    assert card.editors["dpo"].placeholderText() == ""


def test_that_an_answer_is_given_once(card, qtbot):
    with qtbot.waitSignal(card.answered) as answered:
        leave(card, "dpo", " Mme  Untel ")
    assert answered.args == ["dpo", " Mme  Untel "]
    with qtbot.assertNotEmitted(card.answered):
        leave(card, "dpo", "Mme Untel")
    assert list(card.pending()) == []


def test_that_an_answer_too_long_is_said_and_not_given(card, qtbot):
    with qtbot.assertNotEmitted(card.answered):
        leave(card, "dpo", "x" * 201)
    assert "200 caractères" in card.fields["dpo"].error_text
    assert list(card.pending()) == []
    leave(card, "dpo", "court")
    assert card.fields["dpo"].error_text == ""


def test_that_what_is_being_typed_stays(card, team):
    card.editors["dpo"].setText("Mme U")
    card.show_answers(dossier_legal.dossier(team.medecin).reponses, may_write=True)
    assert card.editors["dpo"].text() == "Mme U"
    assert list(card.pending()) == [("dpo", "Mme U")]


def test_that_who_only_reads_types_nothing(card, team):
    card.show_answers(dossier_legal.dossier(team.psychologue).reponses, may_write=False)
    assert all(editor.isReadOnly() for editor in card.editors.values())
