"""What, who, when: told at each key, given back on Échap."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui.pages.reunions.decision_editor import DecisionEditor
from tests.ui.a11y import name_of, problems


@pytest.fixture
def editor(show, names):
    made = show(DecisionEditor(), 860, 100)
    made.set_members(names.membres.values())
    made.edit(None)
    return made


def test_that_each_key_is_told_as_a_decision(editor, taper, team):
    told = []
    editor.edited.connect(told.append)
    taper(editor.what, "Été")
    editor.who.set_value(team.psychologue.membre.id)
    editor.who.changed.emit(team.psychologue.membre.id)
    taper(editor.when, "avant le 4")
    assert told[0].texte == "É"
    last = told[-1]
    assert (last.texte, last.qui, last.echeance) == (
        "Été",
        team.psychologue.membre.id,
        "avant le 4",
    )
    assert last.id == told[0].id
    assert editor.decision() == last


def test_that_nobody_in_particular_is_the_whole_team(editor, taper):
    taper(editor.what, "x")
    assert editor.decision().qui is None
    assert editor.who.currentText() == "Toute l’équipe"


def test_that_enter_ends_it_from_either_field(qtbot, editor):
    for field in (editor.what, editor.when):
        with qtbot.waitSignal(editor.finished):
            qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_escape_gives_back_what_was_there(qtbot, editor, taper):
    known = Decision(DecisionId("d"), "Patch", None, "lundi")
    editor.edit(known)
    told = []
    editor.edited.connect(told.append)
    taper(editor.what, " 21 mg")
    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(editor.what, Qt.Key.Key_Escape)
    assert told[-1] == known


def test_that_escape_without_a_change_tells_nothing(qtbot, editor):
    with qtbot.assertNotEmitted(editor.edited), qtbot.waitSignal(editor.closed):
        qtbot.keyClick(editor.what, Qt.Key.Key_Escape)


def test_that_only_a_known_decision_can_be_taken_back(qtbot, editor):
    assert not editor.remove_button.isVisible()
    editor.edit(Decision(DecisionId("d"), "Patch"))
    with qtbot.waitSignal(editor.removed) as told:
        editor.remove_button.click()
    assert told.args == ["d"]


def test_that_the_decision_gets_its_own_line_when_there_is_little_room(qtbot, editor):
    wide = editor.what.y(), editor.when.y()
    editor.resize(520, 200)
    qtbot.waitUntil(lambda: editor.when.mapTo(editor, editor.when.pos()).y() > 60)
    assert wide[0] == wide[1]


def test_that_fields_are_named(editor):
    assert [name_of(x) for x in (editor.what, editor.when)] == ["Décision", "Quand"]
    assert problems(editor) == []
