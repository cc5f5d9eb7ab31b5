"""A section of the sidebar, in full or as an icon."""

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.nav_button import NavButton
from tests.ui.a11y import name_of


def colours(button):
    image = button.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_that_the_rail_keeps_the_name_for_those_who_cannot_see(show):
    button = show(NavButton("Exports", "send", "Alt+6"), 200)
    button.set_badge("1")
    button.set_rail(True)
    assert name_of(button) == "Exports, 1"
    assert button.toolTip() == "Exports (Alt+6)"
    assert button.sizeHint().width() == button.sizeHint().height() >= 36


def test_that_the_badge_is_drawn_in_both(show):
    button = show(NavButton("Exports", "send"), 200)
    button.set_badge("1")
    full = look.colour("info_bg").name() in colours(button)
    button.set_rail(True)
    assert full
    assert look.colour("info").name() in colours(button)


def test_that_the_section_shown_is_marked(show):
    button = show(NavButton("Patients", "users"), 200)
    button.setChecked(True)
    assert look.colour("selected").name() in colours(button)
