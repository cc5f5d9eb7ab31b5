"""A day never begins at the very foot of a page."""

from reportlab.platypus import CondPageBreak

from microstructure_desktop.reports.flow import Columns
from microstructure_desktop.reports.semaine_story import story
from tests.reports.test_semaine import LINE, week


def test_that_each_day_wants_room_for_its_first_lines():
    found = story(week(LINE))
    assert sum(isinstance(f, CondPageBreak) for f in found) == 6


def test_that_a_day_has_one_row_an_appointment():
    bare = len(story(week(LINE)))
    assert len(story(week(LINE, LINE, LINE))) == bare + 2
    assert all(isinstance(f, Columns) for f in story(week(LINE, LINE))[:2])
