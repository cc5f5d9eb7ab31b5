"""A block that depends on the answer above it has a bar at its left."""

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.labels import Label


def test_that_the_bar_is_drawn_and_the_content_set_back(show):
    block = Conditional()
    label = Label("Dernière injection")
    block.body.addWidget(label)
    show(block, 200, 60)
    assert block.grab().toImage().pixelColor(1, 30) == look.colour("primary")
    assert label.x() >= 16
