"""A picture is opened by its head, and refused there when it claims too much."""

import pytest
from PIL import Image

from microstructure_desktop.reports.picture import UNREADABLE, Immense, check, on_white, opened
from tests.reports import received


def test_that_a_sound_one_is_opened():
    assert opened(received.png((80, 60)), "PNG").size == (80, 60)


def test_that_only_the_kinds_asked_for_are_opened():
    with pytest.raises(UNREADABLE):
        opened(received.jpeg(), "PNG", "TIFF")


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_that_an_immense_one_is_refused_at_its_head(side):
    """The last two are what Pillow warns of and what it refuses itself."""
    with pytest.raises(Immense):
        opened(received.bomb(side), "PNG")


def test_how_much_is_immense():
    check(Image.new("1", (10_000, 5_000)))
    with pytest.raises(Immense):
        check(Image.new("1", (10_000, 5_001)))


def test_that_what_is_transparent_is_white():
    glass = Image.new("RGBA", (2, 1), (0, 0, 0, 0))
    glass.putpixel((1, 0), (10, 20, 30, 255))
    assert [on_white(glass).getpixel((x, 0)) for x in range(2)] == [(255, 255, 255), (10, 20, 30)]
