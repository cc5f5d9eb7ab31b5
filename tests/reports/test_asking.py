"""A question stays whole when it can, and is cut between two lines of its answer when it must."""

import pytest

from microstructure_desktop.reports import strokes
from microstructure_desktop.reports.asking import STEP, Ask, Place
from microstructure_desktop.reports.styles import MM, TEXT_HEIGHT, TEXT_WIDTH
from tests.reports.blank import SHEET
from tests.reports.reading import plain, texts
from tests.reports.test_layout import render

LABEL = strokes.words("Question", 60 * MM)


def ask(lines, **place):
    return Ask(LABEL, strokes.lines(lines, 90 * MM), Place(**place))


def test_that_the_answer_is_beside_or_below_and_shifted_when_nested():
    beside, below = Place(2), Place(2, beside=False)
    assert beside.left == below.left == 2 * STEP
    assert beside.zone == Place().zone
    assert beside.label == Place().label - 2 * STEP
    assert below.zone == below.label == TEXT_WIDTH - 2 * STEP
    assert ask(3).wrap(0, 0)[1] + 9.5 == pytest.approx(ask(3, beside=False).wrap(0, 0)[1])


def test_that_a_question_is_not_cut():
    assert ask(6).split(0, 60) == []


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("height", [100, 300, 600])
def test_that_a_question_taller_than_a_third_of_a_page_is_cut_and_loses_nothing(beside, height):
    whole = ask(60, beside=beside)
    above, below = whole.split(0, height)
    assert above.wrap(0, 0)[1] <= height
    assert len(above._zone) + len(below._zone) == 60
    assert (above._label, below._label) == (LABEL, [])


def test_that_a_list_longer_than_a_page_goes_on_over_the_next():
    labels = [f"Choix numéro {n}" for n in range(300)]
    zone = strokes.ticks(labels, Place().zone)
    assert sum(row.height for row in zone) > TEXT_HEIGHT
    made = render(SHEET, lambda _running: [Ask(LABEL, zone, Place())])
    pages = texts(made)
    assert len(pages) == 2
    found = plain(" ".join(pages))
    assert all(f"Choix numéro {n}" in found for n in range(300))
