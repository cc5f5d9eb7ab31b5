"""The rubrics of a long form, with their state in words."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.section_nav import Rubric, SectionNav
from tests.ui.a11y import name_of, problems

RUBRICS = (
    Rubric("s", "Situation", 6, 6, "done"),
    Rubric("c", "Consommations", 9, 11, "wrong"),
    Rubric("t", "Traitements", 0, 5),
)


@pytest.fixture
def nav(show) -> SectionNav:
    made = SectionNav()
    made.told = []
    made.chosen.connect(made.told.append)
    made.set_rubrics(RUBRICS)
    return show(made, 240, 300)


def test_that_each_rubric_says_its_count_and_state(nav):
    assert name_of(nav.button("c")) == "Consommations, 9 sur 11, à corriger"
    assert name_of(nav.button("t")) == "Traitements, 0 sur 5, à remplir"
    assert problems(nav) == []


def test_that_the_sum_is_written(nav):
    assert "15 réponses sur 22" in [label.text() for label in nav.findChildren(Label)]
    nav.set_rubrics((Rubric("s", "Situation", 1, 6),))
    assert "1 réponse sur 6" in [label.text() for label in nav.findChildren(Label)]


def test_that_a_click_chooses(nav, qtbot):
    qtbot.mouseClick(nav.button("t"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(nav.button("t"), Qt.MouseButton.LeftButton)
    assert nav.told == ["t", "t"]
    assert nav.current() == "t"


def test_that_arrows_move_between_rubrics(nav, qtbot):
    nav.button("t").setFocus()
    qtbot.keyClick(nav.button("t"), Qt.Key.Key_Down)
    assert nav.button("s").hasFocus()
    qtbot.keyClick(nav.button("s"), Qt.Key.Key_A)
    assert nav.told == []


def test_that_new_counts_keep_the_buttons_and_the_choice(nav):
    nav.set_current("c")
    button = nav.button("c")
    nav.set_rubrics((RUBRICS[0], Rubric("c", "Consommations", 11, 11, "done"), RUBRICS[2]))
    assert nav.button("c") is button
    assert nav.current() == "c"
    assert name_of(button) == "Consommations, 11 sur 11, complète"


def test_that_other_rubrics_rebuild_the_list(nav):
    nav.set_current("s")
    nav.set_rubrics((RUBRICS[0], Rubric("e", "Échelles", 0, 3)))
    assert nav.current() == "s"
    with pytest.raises(KeyError):
        nav.button("t")


def test_that_no_rubric_at_all_is_shown_empty(nav):
    nav.set_rubrics(())
    assert nav.current() == ""


def test_that_choosing_is_a_click_and_that_a_rubric_that_is_no_more_changes_nothing(nav):
    nav.choose("t")
    nav.choose("autrefois")
    assert nav.current() == "t"
    assert nav.told == ["t"]
