"""Every skin names colours and sizes that exist."""

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.skins import SKINS

COLOURS = ("fill", "hover", "press", "edge", "ink", "ink_hover", "on_fill", "on_edge", "on_ink",
           "icon_ink", "ring")  # fmt: skip


def test_that_skins_are_made_of_the_palette():
    shown = look.current()
    for skin in SKINS.values():
        named = {getattr(skin, name) for name in COLOURS} - {""}
        assert named <= set(shown.colours)
        assert skin.size in shown.fonts


def test_that_every_button_can_be_hit():
    assert all(skin.height >= 24 for skin in SKINS.values())


def test_that_no_corner_is_rounder_than_its_half():
    assert all(2 * skin.radius <= skin.height for skin in SKINS.values())
