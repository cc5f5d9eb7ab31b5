"""One point: before the meeting its title, then what was said."""

import pytest

from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.ui.pages.autres_reunions.point_row import PointRow
from tests.ui import a11y


@pytest.fixture
def row(theme, show):
    made = PointRow(Point("Tests", "Un par mois."))
    made.place(2, 3)
    made.set_stage(spoken=True, closed=False)
    return show(made, 600, 160)


def test_that_each_part_is_named_after_its_rank(row):
    assert a11y.problems(row) == []
    assert row.title.accessibleName() == "Titre du point\xa02"
    assert row.point() == Point("Tests", "Un par mois.")


def test_that_it_moves_within_its_list(qtbot, row):
    for button, step in ((row.up_button, -1), (row.down_button, 1)):
        with qtbot.waitSignal(row.moved) as moved:
            button.click()
        assert moved.args == [step]
    row.place(1, 3)
    assert not row.up_button.isEnabled()
    row.place(3, 3)
    assert not row.down_button.isEnabled()


def test_that_edits_and_its_removal_are_told(qtbot, row, taper):
    with qtbot.waitSignal(row.edited):
        taper(row.title, "é")
    with qtbot.waitSignal(row.edited):
        taper(row.text.editor, "é")
    with qtbot.waitSignal(row.removed):
        row.remove_button.click()


def test_that_there_is_only_a_title_before_and_nothing_to_change_after(row):
    row.set_stage(spoken=False, closed=False)
    assert not row.text.isVisible()
    row.set_stage(spoken=True, closed=True)
    assert row.title.isReadOnly()
    assert row.text.editor.isReadOnly()
    assert not row.remove_button.isVisible()


def test_that_a_text_wants_a_title(row):
    assert not row.show_problem()
    row.title.setText(" ")
    assert row.show_problem()
    assert "titre" in row.problem.text()
    row.text.set_text("")
    assert not row.show_problem()
    assert row.problem.text() == ""
