"""Reading answers, and comparing two revisions."""

import pytest

from microstructure_desktop.ui.forms.answers_view import CHANGED, AnswersView
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.forms.samples import chain
from tests.forms.test_repeating import form as repeating

FORM = chain()
BEFORE = {"niveau": "BAS", "envie": 3, "poids": "62.5"}
AFTER = {"niveau": "HAUT", "envie": 3, "conduite": "appel <b>"}


THREE = "3\u00a0sur\u00a010"


@pytest.fixture
def view(qtbot):
    made = AnswersView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def words(view):
    return [part.text() for part in view.findChildren(Paragraph)]


def test_that_answers_are_read_with_their_questions(view):
    view.show_answers(FORM, BEFORE)
    assert words(view) == ["Niveau", "Bas", "Envie", THREE, "Poids", "62,5\u00a0kg"]
    assert view.findChildren(Tag) == []


def test_that_two_revisions_are_side_by_side_and_changes_said_in_words(view):
    view.show_difference(FORM, ("Avant", BEFORE), ("Après", AFTER))
    assert words(view) == [
        *("Niveau", "Bas", "Haut"),
        *("Conduite", "—", "appel <b>"),
        *("Envie", THREE, THREE),
        *("Poids", "62,5\u00a0kg", "—"),
    ]
    assert [tag.text() for tag in view.findChildren(Tag)] == [CHANGED] * 3
    assert {"Avant", "Après"} <= {label.text() for label in view.findChildren(Label)}


def test_that_showing_again_replaces(view):
    view.show_answers(FORM, AFTER)
    view.show_answers(FORM, {"envie": 3})
    assert words(view) == ["Envie", THREE]


def test_that_rows_are_read_under_their_headings(qtbot):
    form = repeating()
    view = AnswersView()
    qtbot.addWidget(view)
    view.show_answers(form, {"produit_1": "CANNABIS", "produit_3": "HEROINE"})
    headings = [label.text() for label in view.findChildren(Label)]
    assert [text for text in headings if text.startswith("Produit ")] == ["Produit 1", "Produit 3"]
