"""An icon beside a word."""

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.icon_label import IconLabel


def test_that_it_is_drawn_in_its_tone_and_grows(theme, show):
    icon = show(IconLabel("circle-dot", "danger", 20), 20, 20)
    image = icon.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(icon.width()) for y in range(icon.height())
    }
    assert look.colour("danger").name() in colours
    theme.choose("clair", 150)
    assert icon.width() == 26


def test_that_it_can_become_another(show):
    icon = show(IconLabel("circle-dot", "text3", 20), 20, 20)
    before = icon.grab().toImage()
    icon.set_icon("circle-check", "ok")
    assert icon.grab().toImage() != before
