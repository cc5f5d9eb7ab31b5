"""Of which kind, what, who, when: told at each key, given back on Échap."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import Decision, Suite, TypeDecision
from microstructure_desktop.ui.pages.reunions.decision_editor import DecisionEditor
from tests.cabinet import TODAY
from tests.ui.a11y import name_of, problems


@pytest.fixture
def editor(show, names):
    made = show(DecisionEditor(lambda: TODAY), 860, 160)
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
    editor.resize(520, 300)
    qtbot.waitUntil(lambda: editor.when.mapTo(editor, editor.when.pos()).y() > 60)
    assert wide[0] == wide[1]


def test_that_fields_are_named(editor):
    assert [name_of(x) for x in (editor.what, editor.when)] == ["Décision", "Quand"]
    assert problems(editor) == []


def alt(qtbot, field, letter):
    qtbot.keyClick(field, letter, Qt.KeyboardModifier.AltModifier)


def test_that_one_key_says_the_kind_from_any_field_and_gives_it_back(qtbot, editor):
    alt(qtbot, editor.what, Qt.Key.Key_P)
    assert editor.decision().type is TypeDecision.AVIS_PSYCHIATRE
    assert editor.what.text() == "Avis du psychiatre à demander"
    alt(qtbot, editor.when, Qt.Key.Key_S)
    assert (editor.decision().type, editor.what.text()) == (
        TypeDecision.SORTIE,
        "Fin du suivi à préparer",
    )
    alt(qtbot, editor.what, Qt.Key.Key_S)
    assert (editor.decision().type, editor.what.text()) == (None, "")


def test_that_a_kind_never_replaces_what_somebody_wrote(editor, taper):
    taper(editor.what, "Patch")
    editor.kind.chips.chip("INTENSIFICATION").click()
    assert (editor.decision().texte, editor.decision().type) == (
        "Patch",
        TypeDecision.INTENSIFICATION,
    )


def test_that_going_on_is_owed_by_nobody_until_somebody_is_named(editor, taper):
    editor.kind.chips.chip("MAINTIEN").click()
    assert editor.decision().suite is Suite.FAITE
    taper(editor.when, "en janvier")
    assert editor.decision().suite is Suite.A_FAIRE


def test_that_a_relative_day_is_understood_and_said(editor, taper):
    taper(editor.what, "Patch")
    taper(editor.when, "+2 sem.")
    made = editor.decision()
    assert (made.echeance, made.echeance_jour) == ("03/12/2026", date(2026, 12, 3))
    assert editor.note.text() == "Jeudi 3\xa0décembre\xa02026"
    assert editor.when.text() == "+2 sem."  # what is typed stays


def test_that_a_day_gone_by_is_said_at_the_field(editor, taper):
    taper(editor.when, "01/11/2026")
    assert "passé" in editor._when.error_text
    editor.when.setText("prochaine consultation")
    assert editor._when.error_text == ""
    assert (editor.decision().echeance, editor.decision().echeance_jour) == (
        "prochaine consultation",
        None,
    )


def test_that_an_old_decision_opens_with_all_it_says(editor):
    known = Decision(
        DecisionId("d"),
        "x",
        echeance="03/12/2026",
        type=TypeDecision.VAD,
        echeance_jour=date(2026, 12, 3),
    )
    editor.edit(known)
    assert editor.kind.value() is TypeDecision.VAD
    assert editor.note.text() == "Jeudi 3\xa0décembre\xa02026"
