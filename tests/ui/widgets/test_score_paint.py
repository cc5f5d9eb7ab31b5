"""A row of a score grid shows its answer, its fault and where the keyboard is."""

import pytest
from PySide6.QtGui import QImage, QPainter

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.score_paint import RowState, draw_footer, draw_row
from microstructure_desktop.ui.widgets.score_plan import Planner
from microstructure_desktop.ui.widgets.score_rows import ScoreRow

ROW = ScoreRow(1, "Fréquence", (0, 1, 2))
WIDTH = 500


def drawn(**state) -> QImage:
    said = state.get("note", "")
    plan = Planner((ROW,)).plan({1: said} if said else {}, "Total 2", WIDTH)
    image = QImage(WIDTH, plan.height, QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    draw_row(painter, ROW, plan.rows[0], RowState(**state))
    draw_footer(painter, plan.footer, "Total 2")
    painter.end()
    return image


def corner_of(value):
    """Inside a cell, beside its figure."""
    cell = Planner((ROW,)).plan({}, "", WIDTH).rows[0].cells[value]
    return round(cell.left()) + 5, round(cell.center().y())


@pytest.mark.parametrize("name", ["clair", "sombre"])
def test_that_the_answer_stands_out(theme, name):
    theme.choose(name, 100)
    image = drawn(value=2, hovered=0)
    assert image.pixelColor(*corner_of(2)) == look.colour("primary")
    assert image.pixelColor(*corner_of(1)) == look.colour("sunken")
    assert image.pixelColor(*corner_of(0)) == look.colour("hover")


def colours(image):
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_that_the_tray_of_a_fault_has_another_border():
    tray = Planner((ROW,)).plan({}, "", WIDTH).rows[0].tray
    border = round(tray.center().x()) + 10, round(tray.top())
    assert drawn().pixelColor(*border) == look.colour("edge")
    assert drawn(note="Donnez une cote").pixelColor(*border) == look.colour("danger")


@pytest.mark.parametrize(
    ("state", "token"),
    [
        ({"note": "Donnez une cote"}, "danger"),
        ({"current": True}, "selected"),
        ({"current": True}, "primary"),
        ({"ring": True}, "focus"),
    ],
)
def test_that_a_state_is_seen(theme, state, token):
    assert look.colour(token).name() in colours(drawn(**state))
    assert look.colour(token).name() not in colours(drawn())
