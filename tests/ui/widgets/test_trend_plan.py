"""Everything of a trend stands inside it, and no word touches another."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from microstructure_desktop.ui.widgets.trend_plan import DOT, Plan, Series, TrendMark, TrendPoint

START = date(2026, 3, 3)


def points(*values, every=40):
    return tuple(
        TrendPoint(START + timedelta(days=every * at), value, f"{value}")
        for at, value in enumerate(values)
    )


HOUSING = ((0, "Rue"), (1, "Chez un tiers"), (2, "Hébergement de longue durée"))
SERIES = {
    "three": Series(points(24, 15, 9), 0, 40, (TrendMark(6, "6"),)),
    "one": Series(points(24), 0, 40),
    "same day": Series(points(12, 18, every=0), 0, 40),
    "thirty": Series(points(*(at * 7 % 27 for at in range(30))), 0, 27, (TrendMark(10, "10"),)),
    "levels": Series(points(0, 2, 1), 0, 2, levels=HOUSING),
    "two marks": Series(points(3), 0, 40, (TrendMark(6, "6 (femme)"), TrendMark(7, "7 (homme)"))),
}
WIDTH, HEIGHT = 300, 168


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", SERIES)
def test_that_words_and_points_stand_inside_and_apart(theme, name, percent):
    theme.choose("clair", percent)
    width, height = WIDTH * percent / 100, HEIGHT * percent / 100
    plan = Plan(SERIES[name], width, height)
    for dot in plan.dots:
        assert plan.field.left() + DOT <= dot.x() <= plan.field.right() - DOT
        assert plan.field.top() <= dot.y() <= plan.field.bottom()
    for written in (plan.labels(), plan.date_labels(), plan.mark_labels()):
        for (area, _), (other, _) in combinations(written, 2):
            assert not area.intersects(other)
    for area, _ in (*plan.labels(), *plan.date_labels()):
        assert 0 <= area.left() <= area.right() <= width
        assert 0 <= area.top() <= area.bottom() <= height


def test_that_a_greater_value_is_higher():
    plan = Plan(SERIES["three"], WIDTH, HEIGHT)
    assert plan.down(40) == plan.field.top()
    assert plan.down(0) == plan.field.bottom()
    assert plan.down(20) == pytest.approx(plan.field.center().y())
    heights = [dot.y() for dot in plan.dots]
    assert heights == sorted(heights)


def test_that_values_are_written_above_their_points():
    plan = Plan(SERIES["three"], WIDTH, HEIGHT)
    assert [word for _, word in plan.labels()] == ["24", "15", "9"]
    for (area, _), dot in zip(plan.labels(), plan.dots, strict=True):
        assert area.center().x() == pytest.approx(dot.x())
        assert area.bottom() <= dot.y() - DOT
    assert [w for _, w in Plan(SERIES["same day"], WIDTH, HEIGHT).labels()] == ["12", "18"]


def test_that_levels_are_words_at_the_left_only():
    plan = Plan(SERIES["levels"], WIDTH, HEIGHT)
    assert plan.labels() == []
    assert SERIES["levels"].scale() == HOUSING
    assert plan.field.left() <= WIDTH * 0.4 + 10


def test_that_the_last_of_many_is_written():
    plan = Plan(SERIES["thirty"], WIDTH, HEIGHT)
    assert len(plan.dots) == 30
    assert 2 < len(plan.labels()) < 30
    assert plan.labels()[-1][1] == str(29 * 7 % 27)
    assert plan.date_labels()[-1][1] == plan.dates[-1]


def test_that_a_month_is_written_once():
    plan = Plan(Series(points(3, 4, 5, 6, 7, 8, every=20), 0, 40), 1200, HEIGHT)
    written = [word for _, word in plan.date_labels()]
    assert written == ["mars\u00a026", "avr.\u00a026", "mai\u00a026", "juin\u00a026"]


def test_that_close_cut_offs_are_written_highest_first():
    written = Plan(SERIES["two marks"], WIDTH, HEIGHT).mark_labels()
    assert [mark.value for _, mark in written] == [7, 6]
    assert written[0][0].bottom() <= written[1][0].top()


@pytest.mark.parametrize(
    ("series", "ends"),
    [
        (Series(points(24), 0, 40), (0, 40)),
        (Series(points(45), 0, 40), (0, 45)),
        (Series(points(5), 5, 5), (5, 6)),
        (Series((), 0, 0.5), (0, 0.5)),
        (Series((), 0, 2, (TrendMark(3, "3"),)), (0, 3)),
        (Series((), 0, 1, (), ((-1, "Rue"), (1, "Durable"))), (-1, 1)),
    ],
)
def test_that_all_that_is_given_is_seen(series, ends):
    assert series.ends() == ends


def test_that_ends_are_written_with_a_comma():
    assert Series((), 0, 0.5).scale() == ((0, "0"), (0.5, "0,5"))
