"""Every widget of the kit together: named, large enough, never cut, at every size."""

import pytest

from microstructure_desktop.ui import look

from .a11y import problems
from .gallery import Gallery
from .shots import shoot

SIZES = [((1280, 720), 100), ((1440, 900), 100), ((1920, 1080), 125), ((1280, 720), 150)]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_that_the_kit_fits_any_window(theme, qtbot, tmp_path, name, size, percent):
    theme.choose({"light": "clair", "dark": "sombre"}[name], percent)
    gallery = Gallery()
    qtbot.addWidget(gallery)
    picture = shoot(gallery, "gallery", tmp_path, size=size, look=name, percent=percent)
    assert picture.stat().st_size > 20_000
    assert (gallery.width(), gallery.height()) == size
    assert gallery.minimumSizeHint().width() <= size[0]
    assert problems(gallery) == []
    assert look.current().name == name


def test_that_a_change_of_look_leaves_nothing_behind(theme, show, tmp_path):
    """A gallery dressed again is the picture of one born in that look."""
    changed = show(Gallery(), 1280, 900)
    theme.choose("sombre", 100)
    first = shoot(changed, "changed", tmp_path, size=(1280, 900), look="dark").read_bytes()
    born = show(Gallery(), 1280, 900)
    second = shoot(born, "born", tmp_path, size=(1280, 900), look="dark").read_bytes()
    assert first == second
