"""What is to correct is gathered on top, and each line leads to its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.ui.widgets.error_summary import ErrorSummary
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.page_body import PageBody
from tests.ui.a11y import name_of, problems

HEADING = "2 réponses à corriger"


@pytest.fixture
def page(show) -> QWidget:
    made = PageBody()
    made.summary = ErrorSummary()
    made.edits = [LineEdit("92"), LineEdit("")]
    made.main.addWidget(made.summary)
    for edit in made.edits:
        edit.setAccessibleName("Réponse")
        made.main.addSpacing(900)
        made.main.addWidget(edit)
    return show(made, 700, 400)


def fill(page) -> None:
    texts = ("Âge : plus petit que l’âge actuel (29 ans)", "Dernière injection : une période")
    page.summary.show_errors(HEADING, zip(texts, page.edits, strict=True))


def test_that_it_takes_the_focus_and_says_how_many(page):
    fill(page)
    assert page.summary.isVisible()
    assert page.summary.hasFocus()
    assert name_of(page.summary) == HEADING
    assert problems(page) == []


def test_that_a_line_leads_to_its_field_and_shows_it(page, qtbot):
    fill(page)
    qtbot.mouseClick(page.summary.links()[1], Qt.MouseButton.LeftButton)
    assert page.edits[1].hasFocus()
    assert page.edits[1].visibleRegion().boundingRect().height() > 20


def test_that_it_disappears_when_nothing_is_wrong(page):
    fill(page)
    page.summary.clear()
    assert page.summary.isHidden()
    assert page.summary.links() == []


def test_that_it_works_outside_a_scrolled_page(show, qtbot):
    holder = QWidget()
    summary, edit = ErrorSummary(), LineEdit()
    holder.setLayout(column(summary, edit))
    show(holder, 400, 200)
    summary.show_errors("1 réponse à corriger", [("Entrez la date", edit)])
    qtbot.keyClick(summary.links()[0], Qt.Key.Key_Space)
    assert edit.hasFocus()


def test_that_a_long_sentence_is_whole_on_a_narrow_page(show):
    holder = QWidget()
    summary, edit = ErrorSummary(), LineEdit()
    holder.setLayout(column(summary, edit, None))
    show(holder, 300, 400)
    summary.show_errors("1 réponse à corriger", [("Entrez la date de la séance. " * 5, edit)])
    QApplication.processEvents()
    link = summary.links()[0]
    assert link.height() >= link.heightForWidth(link.width()) > 60
    assert link.width() <= 300
