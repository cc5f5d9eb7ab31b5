"""A person by their initials, a role by its icon."""

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.avatar import Avatar, RoleDot


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("size", [28, 34, 48])
def test_that_initials_are_drawn_on_their_disc(show, size):
    avatar = show(Avatar("SD", size), size, size)
    assert look.colour("selected").name() in colours(avatar)
    before = avatar.grab().toImage()
    avatar.set_initials("CM")
    assert avatar.grab().toImage() != before


def test_that_a_role_has_its_colour(show):
    dot = show(RoleDot("medecin", 36), 36, 36)
    blue = look.colour("medecin").name() in colours(dot)
    dot.set_role("psychologue")
    assert blue
    assert look.colour("psychologue").name() in colours(dot)


def test_that_discs_grow_with_the_text(theme, show):
    avatar = show(Avatar("SD", 40), 40, 40)
    theme.choose("clair", 150)
    assert avatar.width() == avatar.height() == 52
