"""How far from zero a value is, and where the numbers stand."""

from microstructure_desktop.charts import axis
from microstructure_desktop.charts.shapes import Area, Line, Side, Word

from .cases import Monospaced, barres, rangee

FIELD = Area(50, 20, 200, 90)
MARKS = (0, 10, 20, 30)


def test_that_numbers_are_few_and_reach_the_greatest_value():
    assert axis.numbers(barres()) == (0, 10, 20, 30, 40)
    assert axis.numbers(barres(rangee("", 26, 1, 1))) == MARKS


def test_that_numbers_have_their_room():
    assert axis.gutter(MARKS, Monospaced()) == 17  # two letters of six, half a line


def test_an_upright_axis():
    made = axis.upright(MARKS, FIELD, Monospaced())
    assert made.at(10) == 30
    lines = [s for s in made.shapes if isinstance(s, Line)]
    assert [line.places for line in lines][1] == ((50, 80), (250, 80))
    assert [line.ink for line in lines] == ["edge", "border", "border", "border"]
    assert [s.text for s in made.shapes if isinstance(s, Word)] == ["0", "10", "20", "30"]
    assert {s.side for s in made.shapes if isinstance(s, Word)} == {Side.LEFT}


def test_a_lying_axis():
    made = axis.lying((0, 5, 10), FIELD, Monospaced())
    assert made.at(5) == 100
    lines = [s.places for s in made.shapes if isinstance(s, Line)]
    assert lines[2] == ((250, 20), (250, 110))
    assert [s.at for s in made.shapes if isinstance(s, Word)] == [(50, 118), (150, 118), (250, 118)]
