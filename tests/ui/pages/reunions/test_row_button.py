"""A row of a narrow list says everything it shows."""

import pytest

from microstructure_desktop.ui.pages.reunions.row_button import RowButton
from tests.ui.a11y import name_of, problems


@pytest.fixture
def row(show):
    made = show(RowButton(), 220, 46)
    made.show_row(
        "LÉGENDE Sophie", "Question", ("circle-check", "ok"), strong=True, spoken="évoquée"
    )
    return made


def test_that_a_screen_reader_gets_name_caption_and_state(row):
    assert name_of(row) == "LÉGENDE Sophie, Question, évoquée"
    assert (row.text(), row.caption(), row.sign()) == ("LÉGENDE Sophie", "Question", "circle-check")


def test_that_a_row_has_room_for_two_lines(row):
    assert row.sizeHint().height() >= 44
    assert problems(row.window()) == []


def test_that_the_picture_changes_with_the_words(row):
    before = row.grab().toImage()
    row.show_row("BERNARD Luc", "", ("circle-dot", "text3"), strong=False)
    assert row.grab().toImage() != before
