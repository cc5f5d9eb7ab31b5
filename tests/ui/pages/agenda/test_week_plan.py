"""Places in the week: painted and clicked alike."""

import pytest
from PySide6.QtCore import QPointF

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.ui.pages.agenda.stops import stops
from microstructure_desktop.ui.pages.agenda.week_plan import ROW, WeekPlan

OPEN = Plage(9 * 60, 18 * 60)


@pytest.fixture
def plan(theme):
    return WeekPlan(900, OPEN, 6)


def test_that_half_an_hour_is_one_row_and_the_week_fills_the_width(plan):
    assert plan.y(10 * 60) - plan.y(9 * 60 + 30) == ROW
    assert plan.x(6) == pytest.approx(900)
    assert plan.height > plan.y(OPEN.fin) > 18 * ROW


def test_that_the_text_size_grows_the_rows(plan, theme):
    theme.choose("clair", 150)
    assert WeekPlan(900, OPEN, 6).row > plan.row


def test_that_a_point_is_in_the_stop_painted_there(plan, week):
    days = stops(week())
    for stop in (s for day in days for s in day):
        assert plan.stop_at(plan.place(stop).center(), days) == stop


def test_that_two_at_once_do_not_cover_each_other(plan, week):
    days = stops(week(mine=False))
    one, other = (s for s in days[3] if s.lanes == 2)
    assert not plan.place(one).intersects(plan.place(other))
    assert plan.stop_at(plan.place(other).center(), days) == other


def test_that_the_hours_and_the_air_around_hold_nothing(plan, week):
    days = stops(week())
    assert plan.day_at(QPointF(5, 100)) is None
    assert plan.stop_at(QPointF(5, 100), days) is None
    assert plan.stop_at(QPointF(plan.x(1) + 40, 0), days) is None
    assert plan.day_at(QPointF(plan.x(5) + 1, 50)) == 5


def test_that_what_goes_beyond_the_hours_shown_stays_in_them(plan):
    assert plan.span(0, Plage(0, 1440)).height() == pytest.approx(18 * ROW)
