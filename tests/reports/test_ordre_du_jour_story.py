"""Titles are followed by something on the same page."""

from dataclasses import replace

from reportlab.platypus import CondPageBreak

from microstructure_desktop.reports.ordre_du_jour_story import story
from tests.reports.test_ordre_du_jour import MADE


def test_that_each_part_wants_room_for_its_first_lines():
    assert sum(isinstance(f, CondPageBreak) for f in story(MADE)) == 2
    assert sum(isinstance(f, CondPageBreak) for f in story(replace(MADE, reprises=()))) == 1
