"""A calm list: the first lines, the others on demand."""

import pytest

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.line_list import Line, LineList
from tests.ui import a11y


def line(n, title=""):
    return Line(title or f"Personne {n}", "texte", "pencil", Route("dossier", patient_id=str(n)))


@pytest.fixture
def made(show):
    return show(LineList(2), 320, 300)


def test_that_a_line_leads_where_it_says(qtbot, made):
    made.show_lines([line(1)], "rien")
    assert a11y.problems(made) == []
    with qtbot.waitSignal(made.route_chosen) as chosen:
        made.lines()[0].click()
    assert chosen.args == [Route("dossier", patient_id="1")]
    assert not made.none.isVisible()


def test_that_the_others_are_shown_on_demand(made):
    made.show_lines([line(n) for n in range(5)], "rien")
    assert len(made.lines()) == 2
    assert made.more_button.text() == "Afficher 3\xa0autres"
    made.more_button.click()
    assert len(made.lines()) == 5
    assert not made.more_button.isVisible()


def test_that_other_words_leave_the_keyboard_on_its_line(qtbot, made):
    made.show_lines([line(1), line(2)], "rien")
    first = made.lines()[0]
    first.setFocus()
    made.show_lines([line(1, "P. 1"), line(2)], "rien")
    assert made.lines()[0] is first
    assert first.accessibleName() == "P. 1, texte"
    qtbot.waitUntil(first.hasFocus)


def test_that_other_lines_replace_them(made):
    made.show_lines([line(1)], "rien")
    made.show_lines([line(2)], "rien")
    assert [x.text() for x in made.lines()] == ["Personne 2"]


def test_that_nothing_is_said_in_words(made):
    made.show_lines([], "Rien de nouveau.")
    assert made.none.isVisible()
    assert made.none.text() == "Rien de nouveau."
