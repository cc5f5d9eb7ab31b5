"""Where a value is found again, and how an area is hatched."""

import pytest

from microstructure_desktop.charts.shapes import (
    Area,
    Dot,
    Drawing,
    Mark,
    Zone,
    hatching,
    ruling,
    striping,
)

AREA = Area(10, 20, 30, 12)


def test_that_the_nearest_of_the_values_under_the_pointer_is_found():
    column = Area(0, 0, 10, 100)
    high, low = Zone(0, 0, column, (5, 10)), Zone(0, 1, column, (5, 90))
    drawing = Drawing(100, 100, (), (high, low))
    assert drawing.zone_at(2, 30) == high
    assert drawing.zone_at(2, 60) == low
    assert drawing.zone_at(10, 30) is None
    assert drawing.zone_of(0, 1) == low


def test_that_hatching_stays_inside_and_goes_across():
    strokes = list(hatching(AREA, 6))
    assert len(strokes) == 6  # x + y = 36, 42… 66, under 72
    assert strokes[0] == ((10, 26), (16, 20))
    for stroke in strokes:
        for x, y in stroke:
            assert 10 <= x <= 40
            assert 20 <= y <= 32


def test_that_stripes_are_level_and_inside():
    assert list(striping(AREA, 5)) == [((10, 25), (40, 25)), ((10, 30), (40, 30))]
    assert list(striping(Area(0, 0, 4, 3), 5)) == []


def test_that_rules_are_upright_and_evenly_inside():
    """Thirty wide: at most three gaps of ten."""
    assert [x for (x, _), _ in ruling(AREA, 10)] == [17.5, 25, 32.5]
    assert {(a[1], b[1]) for a, b in ruling(AREA, 10)} == {(20, 32)}
    assert list(ruling(Area(0, 0, 4, 3), 5)) == [((2, 0), (2, 3))]


@pytest.mark.parametrize(
    ("mark", "corners"), [(Mark.SQUARE, 4), (Mark.TRIANGLE, 3), (Mark.DIAMOND, 4)]
)
def test_that_each_mark_has_its_shape_around_its_point(mark, corners):
    outline = Dot((50, 50), 4, "text", mark).outline()
    assert len(outline) == corners
    assert min(x for x, _ in outline) < 50 < max(x for x, _ in outline)
    assert min(y for _, y in outline) < 50 < max(y for _, y in outline)
