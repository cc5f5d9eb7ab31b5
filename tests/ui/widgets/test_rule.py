"""A rule is one pixel of the border's colour."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.rule import Rule


def test_that_a_rule_is_a_hairline_either_way(show):
    flat = show(Rule(), 50, 1)
    upright = show(Rule(Qt.Orientation.Vertical), 1, 50)
    assert flat.height() == upright.width() == 1
    assert flat.grab().toImage().pixelColor(10, 0) == look.colour("border")
