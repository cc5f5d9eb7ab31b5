"""A selection is a passage of whole words, also past a sign that Qt counts twice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.ui.pages.demandes.passage_text import PassageText

TEXTE = "Émue 🙂 de voir\xa0sa mère.\nPuis son frère."


def select(text, debut, fin):
    cursor = text.editor.textCursor()
    cursor.setPosition(debut)
    cursor.setPosition(fin, QTextCursor.MoveMode.KeepAnchor)
    text.editor.setTextCursor(cursor)


def ground(text):
    """The colour behind what is crossed."""
    kept = text.editor.extraSelections()
    return kept[0].format.background().color().name()


def test_that_a_selection_is_widened_and_counted_as_python_does(show):
    text = show(PassageText(), 400, 200)
    text.show_text(TEXTE, Relecture())
    assert text.selected() == ""
    select(text, 20, 23)  # inside « mère », one further for Qt
    assert text.selected() == "mère"
    text.clear_selection()
    assert text.selected() == ""


def test_that_the_keyboard_selects(show, qtbot):
    text = show(PassageText(), 400, 200)
    text.show_text("Paul est venu.", Relecture())
    text.editor.setFocus()
    with qtbot.waitSignal(text.selection_changed):
        QTest.keyClick(
            text.editor,
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
        )
    assert text.selected() == "Paul"


def test_that_what_is_taken_out_is_crossed_in_the_colours_of_the_look(show, theme):
    text = show(PassageText(), 400, 200)
    text.show_text(TEXTE, Relecture(passages=("mère", "frère")))
    crossed = [one.cursor.selectedText() for one in text.editor.extraSelections()]
    assert crossed == ["mère", "frère"]
    light = ground(text)
    theme.choose("sombre", 100)
    assert ground(text) != light
    text.show_text(TEXTE, Relecture(textes={TEXTE: "motif"}))
    (whole,) = text.editor.extraSelections()
    assert len(whole.cursor.selectedText()) == len(TEXTE)
