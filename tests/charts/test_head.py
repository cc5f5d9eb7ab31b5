"""The unit, and a sample of each row, on as many lines as it takes."""

from microstructure_desktop.charts.head import head
from microstructure_desktop.charts.shapes import Box, Dot, Fill, Word

from .cases import Monospaced, barres, cascade, courbe, rangee


def told(graphique, width=400):
    shapes, down = head(graphique, Monospaced(), width)
    return [s.text for s in shapes if isinstance(s, Word)], shapes, down


def test_that_one_row_needs_its_unit_only():
    texts, shapes, down = told(barres(rangee("2026", 1, 2, 3)))
    assert (texts, len(shapes), down) == (["patients"], 1, 12)


def test_that_each_row_and_what_is_provisional_have_a_sample():
    texts, shapes, _ = told(courbe())
    assert texts == ["patients", "2026", "2025", "provisoire"]
    assert [s.hollow for s in shapes if isinstance(s, Dot)] == [False, True]


def test_that_patterns_are_shown_for_bars_and_steps():
    _, shapes, _ = told(barres())
    assert [s.fill for s in shapes if isinstance(s, Box)] == [Fill.FULL, Fill.LIGHT]
    texts, shapes, _ = told(cascade())
    assert texts == ["patients", "étape précédente", "provisoire"]
    assert [s.fill for s in shapes if isinstance(s, Box)] == [Fill.LIGHT, Fill.HATCHED]


def test_that_samples_go_under_the_unit_then_on_more_lines_when_narrow():
    for width, lines in ((400, {5.0}), (200, {5.0, 17.5}), (90, {5.0, 17.5, 30.0, 42.5})):
        _, shapes, down = told(courbe(), width)
        assert {s.at[1] for s in shapes if isinstance(s, Word)} == lines
        assert down == max(lines) + 7
