"""Scoring a scale, and what its scores are taken to mean."""

from dataclasses import replace

import pytest

from microstructure_desktop.forms.model import Item, ItemType
from microstructure_desktop.services.shipped import shipped
from microstructure_desktop.ui.forms.editor import NOBODY, Person
from microstructure_desktop.ui.forms.scale_editor import AID, ScaleEditor
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.note_line import NoteLine

AUDIT = next(scale for scale in shipped().instruments if scale.id == "audit")
SEVEN = {str(n): v for n, v in enumerate([2, 1, 1, 0, 0, 0, 0, 1, 0, 2], 1)}


@pytest.fixture
def make(qtbot):
    def made(person=NOBODY, scale=AUDIT):
        item = Item("echelle_audit", "AUDIT", ItemType.INSTRUMENT, instrument=scale)
        editor = ScaleEditor(item, person)
        qtbot.addWidget(editor.widget)
        editor.widget.show()
        editor.heard = []
        editor.answered.connect(editor.heard.append)
        return editor

    return made


def bands(editor):
    return [line.text() for line in editor.widget.findChildren(NoteLine)]


def test_that_the_answer_says_the_version_it_was_given_to(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.widget.editor, "21")
    assert editor.heard == [
        {"version": 1, "cotes": {"1": 2}},
        {"version": 1, "cotes": {"1": 2, "2": 1}},
    ]


def test_that_the_bands_are_those_of_the_person(make):
    woman, man = make(Person("F", 34)), make(Person("H", 34))
    for editor in (woman, man):
        editor.show_answer({"version": 1, "cotes": SEVEN})
    assert bands(woman)[0] == "Repère français\u00a0: Trouble de l’usage suspecté"
    assert bands(woman) == bands(man)
    six = {**SEVEN, "8": 0}
    for editor in (woman, man):
        editor.show_answer({"version": 1, "cotes": six})
    assert bands(woman)[0] == "Repère français\u00a0: Trouble de l’usage suspecté"
    assert bands(man)[0] == "Repère français\u00a0: Pas de mésusage repéré"
    assert AID in [label.text() for label in man.widget.findChildren(Label)]


def test_that_an_unfinished_scale_has_no_band(make):
    editor = make()
    editor.show_answer({"version": 1, "cotes": {"1": 4}})
    assert not [text for text in bands(editor) if text.startswith("Repère français")]


def test_that_an_old_answer_is_shown_with_its_own_version(make, qtbot):
    newer = replace(AUDIT, version=2, cotes=AUDIT.cotes[:3], former=(AUDIT,))
    editor = make(scale=newer)
    editor.show_answer({"version": 1, "cotes": SEVEN})
    assert len(editor.widget.editor.values()) == 10
    qtbot.keyClicks(editor.widget.editor, "4")
    assert editor.heard[-1] == {"version": 1, "cotes": {**SEVEN, "1": 4}}


def test_that_a_version_that_is_gone_is_read_and_never_changed(make):
    editor = make()
    editor.show_answer({"version": 7, "cotes": {"1": 3}})
    words = [paragraph.text() for paragraph in editor.widget.findChildren(Paragraph)]
    assert any("version 7" in text and "1 = 3" in text for text in words)
    assert editor.heard == []
    editor.show_answer(None)
    assert editor.widget.editor.values() == {}
