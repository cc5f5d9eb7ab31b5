"""The days above their columns."""

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.pages.agenda.week_head import WeekHead
from microstructure_desktop.ui.pages.agenda.week_plan import WeekPlan


@pytest.fixture
def head(show, week):
    lue = week()
    plan = WeekPlan(900, lue.ouverte, 6)
    made = show(WeekHead(lambda: plan), 900, 46)
    made.show_week(lue)
    made.plan = plan
    return made


def test_that_the_days_are_said(head):
    said = head.accessibleDescription()
    assert said.startswith("lun.\xa016, mar.\xa017")
    assert "ven.\xa020\xa0: Absence\xa0: C. Modèle" in said


def test_that_today_is_marked_in_its_column(head):
    image = head.grab().toImage()
    marked = [
        day
        for day in range(6)
        if image.pixelColor(round(head.plan.x(day)) + 14, 12) == look.colour("selected")
    ]
    assert marked == [3]


def test_that_without_a_week_nothing_is_drawn(show):
    empty = show(WeekHead(lambda: None), 300, 46)
    assert empty.accessibleDescription() == ""
    assert empty.grab().toImage().width() == 300
