"""Places of a score grid: columns in line, targets large enough, nothing over anything."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from microstructure_desktop.ui.widgets.score_plan import Planner
from microstructure_desktop.ui.widgets.score_rows import ScoreRow

LONG = "Conséquence pour la personne elle-même ou pour quelqu’un de son entourage, même ancienne"
ROWS = (
    ScoreRow(1, "Fréquence", (0, 1, 2, 3, 4)),
    ScoreRow(2, LONG, (0, 2, 4)),
    ScoreRow(10, "Remarques", (0, 1), yes_no=True),
)


def planned(width=560, notes=None, footer=""):
    return Planner(ROWS).plan(notes or {}, footer, width)


@pytest.fixture(autouse=True, params=[100, 150])
def percent(theme, request):
    theme.choose("clair", request.param)
    return request.param


def test_that_a_value_has_the_same_column_in_every_row():
    whole, gapped, _ = planned().rows
    for value in (0, 2, 4):
        assert whole.cells[value].left() == gapped.cells[value].left()
    assert list(gapped.cells) == [0, 2, 4]
    assert whole.tray.left() == gapped.tray.left()
    assert whole.tray.right() == gapped.tray.right()


@pytest.mark.parametrize("width", [300, 560, 900])
def test_that_everything_has_its_own_place(width):
    plan = planned(width, {1: LONG}, "Total 3 sur 9")
    for row in plan.rows:
        assert min(min(c.width(), c.height()) for c in row.cells.values()) >= 24
        assert not row.topic.intersects(row.tray)
        assert row.number.right() <= row.topic.left()
        for part in (row.topic, row.tray, row.note, *row.cells.values()):
            assert row.area.contains(part) or part.isEmpty()
        assert all(row.tray.contains(cell) for cell in row.cells.values())
    for above, below in pairwise(plan.rows):
        assert above.area.bottom() < below.area.top()
    assert plan.rows[-1].area.bottom() < plan.footer.top()
    assert plan.footer.bottom() < plan.height


def test_that_the_tray_goes_under_a_topic_without_room(percent):
    beside, under = planned(900).rows[0], planned(300).rows[0]
    assert beside.tray.left() > beside.topic.right()
    assert under.tray.top() >= under.topic.bottom()
    assert under.tray.left() == under.topic.left()


def test_that_a_long_topic_and_a_sentence_make_the_row_taller():
    assert planned(560).rows[1].area.height() > planned(1600).rows[1].area.height()
    said = planned(560, {1: "Donnez une cote"})
    assert said.rows[0].area.height() > planned(560).rows[0].area.height()
    assert said.rows[0].note.top() >= said.rows[0].tray.bottom()
    assert planned(560, footer="Total").height > planned(560).height


def test_that_a_point_is_found_again():
    plan = planned()
    middle = plan.rows[1].cells[2].center()
    assert plan.row_at(middle) == 1
    assert plan.rows[1].value_at(middle) == 2
    between = QPointF(plan.rows[0].cells[1].center().x(), middle.y())
    assert plan.rows[1].value_at(between) is None
    assert plan.row_at(QPointF(5, plan.height + 5)) is None


def test_that_the_least_width_holds_the_widest_tray():
    planner = Planner(ROWS)
    plan = planner.plan({}, "", planner.least_width())
    assert max(row.tray.right() for row in plan.rows) <= planner.least_width()
    assert planner.row_height() == planner.plan({}, "", 900).rows[0].area.height()
