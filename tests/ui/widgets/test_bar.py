"""A share of a whole."""

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.bar import Bar
from tests.ui.a11y import name_of


@pytest.mark.parametrize(
    ("share", "spoken"), [(0.5, "50 %"), (0, "0 %"), (1.4, "100 %"), (-1, "0 %")]
)
def test_that_the_share_is_spoken(show, share, spoken):
    assert name_of(show(Bar(share), 100)) == spoken


def test_that_the_share_is_drawn(show):
    bar = show(Bar(0.5, "psychologue", 8), 100)
    image = bar.grab().toImage()
    assert image.pixelColor(25, 4) == look.colour("psychologue")
    assert image.pixelColor(75, 4) == look.colour("track")
    bar.set_share(0)
    assert bar.grab().toImage().pixelColor(25, 4) == look.colour("track")
