"""A measure over time is drawn, in any number of points, and told in words."""

from datetime import date, timedelta

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.trend import Trend, TrendMark, TrendPoint
from tests.ui.a11y import name_of

AUDIT = [
    TrendPoint(date(2026, 3, 3), 24, "24"),
    TrendPoint(date(2026, 6, 2), 15, "15"),
    TrendPoint(date(2026, 10, 2), 9, "9"),
]
LEVELS = ((0, "Rue"), (1, "Chez un tiers"), (2, "Durable"))


@pytest.fixture
def trend(show):
    return show(Trend("AUDIT"), 320)


def colours(trend):
    image = trend.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_that_it_is_told_in_words(trend):
    trend.show_points([AUDIT[2], AUDIT[0], AUDIT[1]], low=0, high=40)
    told = "AUDIT : 24 le 3 mars, 15 le 2 juin, 9 le 2 octobre"
    assert name_of(trend) == "AUDIT"
    assert trend.accessibleDescription().replace("\u00a0", " ") == told
    trend.show_points(AUDIT, low=0, high=40, marks=[TrendMark(6, "6")])
    assert trend.accessibleDescription().replace("\u00a0", " ") == f"{told}. Repère : 6"
    marks = [TrendMark(7, "7 (homme)"), TrendMark(6, "6 (femme)")]
    trend.show_points(AUDIT[:1], low=0, high=40, marks=marks)
    said = trend.accessibleDescription().replace("\u00a0", " ")
    assert said == "AUDIT : 24 le 3 mars. Repères : 7 (homme), 6 (femme)"


def test_that_years_are_told_when_they_differ(trend):
    later = TrendPoint(date(2027, 1, 1), 4, "4")
    trend.show_points([AUDIT[2], later], low=0, high=40)
    told = trend.accessibleDescription().replace("\u00a0", " ")
    assert told == "AUDIT : 9 le 2 octobre 2026, 4 le 1er janvier 2027"


@pytest.mark.parametrize("name", ["clair", "sombre"])
def test_that_a_line_and_its_points_are_drawn(theme, trend, name):
    theme.choose(name, 100)
    assert look.colour("primary").name() not in colours(trend)
    trend.show_points(AUDIT, low=0, high=40)
    assert look.colour("primary").name() in colours(trend)
    plain = trend.grab().toImage()
    trend.show_points(AUDIT, low=0, high=40, marks=[TrendMark(6, "6")])
    assert trend.grab().toImage() != plain


def test_that_without_points_it_says_so(trend):
    empty = trend.grab().toImage()
    trend.show_points([], low=0, high=40, marks=[TrendMark(6, "6")])
    assert trend.grab().toImage() == empty
    assert look.colour("text3").name() in colours(trend)
    said = trend.accessibleDescription()
    assert said == "AUDIT\u00a0: pas encore de mesure"


@pytest.mark.parametrize("count", [1, 2, 30])
@pytest.mark.parametrize("every", [0, 17])
def test_that_any_number_of_points_is_drawn(trend, count, every):
    day = date(2026, 3, 3)
    points = [TrendPoint(day + timedelta(days=every * n), n, str(n)) for n in range(count)]
    trend.show_points(points, low=0, high=40, marks=[TrendMark(6, "6")])
    assert look.colour("primary").name() in colours(trend)


def test_that_levels_go_by_steps(trend):
    points = [
        TrendPoint(date(2026, 3, 3), 0, "Rue"),
        TrendPoint(date(2026, 6, 3), 2, "Durable"),
    ]
    trend.show_points(points, low=0, high=2)
    straight = trend.grab().toImage()
    trend.show_points(points, low=0, high=2, levels=LEVELS)
    assert trend.grab().toImage() != straight
    first, turn, last = trend._line(trend._plan())
    assert (turn.x(), turn.y()) == (last.x(), first.y())
    assert "Rue le 3\u00a0mars, Durable le 3\u00a0juin" in trend.accessibleDescription()


def test_that_many_levels_have_room(trend):
    low = trend.sizeHint().height()
    levels = [(value, f"Niveau {value}") for value in range(12)]
    trend.show_points([], low=0, high=11, levels=levels)
    assert trend.sizeHint().height() > low
    assert trend.minimumSizeHint().height() == trend.sizeHint().height()


def test_that_it_grows_with_the_text(theme, trend):
    low = trend.sizeHint()
    theme.choose("clair", 150)
    assert trend.sizeHint().height() > low.height()
    assert trend.minimumSizeHint().width() < trend.sizeHint().width()
