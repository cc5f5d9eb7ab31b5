"""A note is plain text, Tab goes on, and who will read it is written under it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.text_area import TextArea
from tests.ui.a11y import name_of, problems


@pytest.fixture
def note(show) -> TextArea:
    made = TextArea("Trois semaines sans alcool.", name="Note partagée")
    return show(made, 400, 200)


def test_that_what_is_typed_is_what_is_read(note, taper):
    note.set_text("Été\nœuvre")
    taper(note.editor, "é")
    assert note.text() == "éÉté\nœuvre"


def test_that_each_key_is_told(note, taper, qtbot):
    with qtbot.waitSignal(note.text_changed):
        taper(note.editor, "a")


def test_that_pasted_text_loses_its_dress(note):
    data = QMimeData()
    data.setHtml("<b>Gras</b>")
    data.setText("Gras")
    note.set_text("")
    note.editor.insertFromMimeData(data)
    assert note.text() == "Gras"
    assert "font-weight:7" not in note.editor.toHtml()


def test_that_tab_goes_to_the_next_field(show, qtbot):
    holder = QWidget()
    note, after = TextArea(), LineEdit()
    holder.setLayout(column(note, after))
    show(holder, 400, 300)
    note.setFocus()
    qtbot.keyClick(note.editor, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_that_enter_breaks_the_line_but_ctrl_enter_does_not(note, qtbot):
    note.set_text("")
    qtbot.keyClick(note.editor, Qt.Key.Key_Return)
    qtbot.keyClick(note.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(note.editor, Qt.Key.Key_Return)
    assert note.text() == "\n\n"


def test_that_who_reads_it_is_written_and_spoken(note):
    note.set_note_circle("Lisible par le médecin et la psychologue.")
    assert note.editor.accessibleDescription() == "Lisible par le médecin et la psychologue."
    assert name_of(note.editor) == "Note partagée"
    note.set_note_circle("")
    assert problems(note) == []


def test_that_lines_stay_apart_when_typed(note, qtbot, taper):
    note.set_text("Un")
    single = note.editor.document().size().height()
    note.editor.moveCursor(note.editor.textCursor().MoveOperation.End)
    qtbot.keyClick(note.editor, Qt.Key.Key_Return)
    taper(note.editor, "Deux")
    assert note.editor.document().size().height() >= 2 * single - 8


def test_that_a_note_can_be_read_only(note, taper, qtbot):
    note.set_read_only(True)
    taper(note.editor, "x")
    qtbot.keyClick(note.editor, Qt.Key.Key_Return)
    assert note.text() == "Trois semaines sans alcool."


def test_that_it_grows_with_the_text(theme, note):
    before = note.editor.minimumHeight()
    theme.choose("clair", 150)
    assert note.editor.minimumHeight() > before * 1.3


def test_that_pasted_control_characters_are_dropped(note):
    data = QMimeData()
    data.setText("un\x0bdeux\x07\ttrois\n\x1fquatre")
    note.set_text("")
    note.editor.insertFromMimeData(data)
    assert note.text() == "undeux\ttrois\nquatre"
