"""One question with its previous answer, its refusal and what is said about it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.ui.forms.item_row import ItemRow
from tests.forms.samples import TODAY, chain

FORM = chain()
JUNE = date(2026, 6, 2)
BEFORE = {
    "niveau": Earlier(JUNE, "BAS"),
    "envie": Earlier(JUNE, 6),
    "conduite": Earlier(JUNE, "a\nb"),
}


@pytest.fixture
def make(qtbot):
    def made(item_id):
        line = ItemRow(FORM.item(item_id), Role.PSYCHOLOGUE, lambda: TODAY)
        qtbot.addWidget(line)
        line.show()
        line.heard = []
        line.answered.connect(lambda item, value: line.heard.append((item, value)))
        return line

    return made


def test_that_an_expected_answer_is_said_in_words(make):
    assert "Réponse attendue" in make("niveau").field.editor.accessibleDescription()


def test_that_a_refusal_takes_the_place_of_the_answer(make, qtbot):
    line = make("envie")
    line.show_answer(7)
    qtbot.mouseClick(line.refusal, Qt.MouseButton.LeftButton)
    assert line.heard == [("envie", "NR")]
    assert line.field.editor.value() is None


def test_that_an_answer_takes_the_place_of_the_refusal(make, qtbot):
    line = make("envie")
    line.show_answer("NR")
    assert line.refusal.isChecked()
    qtbot.mouseClick(line.field.editor.button(3), Qt.MouseButton.LeftButton)
    assert not line.refusal.isChecked()
    assert line.heard == [("envie", 3)]


def test_that_a_question_never_stands_in_a_window_of_its_own(qtbot):
    opened = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
                opened.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    sheet = QWidget()
    qtbot.addWidget(sheet)
    assert not ItemRow(FORM.item("envie"), Role.PSYCHOLOGUE, lambda: TODAY, sheet).isVisible()
    QApplication.instance().removeEventFilter(watch)
    assert opened == []


def test_that_a_refusal_is_offered_once(make):
    assert make("envie").refusal.isVisible()
    assert not make("accord").refusal.isVisible()
    assert not make("poids").refusal.isVisible()


def test_that_the_previous_answer_is_shown_and_taken_back_in_one_click(make, qtbot):
    line = make("niveau")
    line.show_earlier(BEFORE[line.item.id])
    assert "02/06/2026\u00a0: Bas" in line._earlier_words.text()
    qtbot.mouseClick(line.unchanged, Qt.MouseButton.LeftButton)
    assert line.heard == [("niveau", "BAS")]
    assert line.field.editor.value() == "BAS"
    assert not line.unchanged.isVisible()


def test_that_unchanged_comes_back_when_the_answer_is_given_back(make):
    line = make("niveau")
    line.show_earlier(BEFORE[line.item.id])
    line.show_answer("HAUT")
    assert not line.unchanged.isVisible()
    line.show_answer(None)
    assert line.unchanged.isVisible()


def test_that_a_previous_text_is_shown_on_one_line(make):
    line = make("conduite")
    line.show_earlier(BEFORE[line.item.id])
    assert line._earlier_words.text().endswith("a b")


def test_that_no_last_answer_takes_the_former_one_away(make):
    line = make("niveau")
    line.show_earlier(BEFORE["niveau"])
    line.show_earlier(None)
    assert not line._earlier_words.isVisible()
    assert not line.can_take_earlier()


def test_that_a_problem_and_a_question_are_said_and_unsaid(make):
    line = make("envie")
    line.show_problem("Entrez un nombre entre 0 et 10")
    line.show_question("9, c’est bien cela ?")
    assert line.field.error_text == "Entrez un nombre entre 0 et 10"
    assert line._question.isVisible()
    line.show_problem(None)
    line.show_question(None)
    assert line.field.error_text == ""
    assert not line._question.isVisible()


def test_that_the_reader_of_a_text_is_named(make):
    line = make("note")
    assert "Vous seul" in line.field.editor.editor.accessibleDescription()
