"""The sections: each opens its page, by its own keys."""

from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.animateur.sections import SECTIONS


def test_that_each_section_opens_a_page(world):
    for section in SECTIONS:
        assert isinstance(section.page(world.context), Page)


def test_that_no_two_sections_share_a_key():
    assert len({s.key for s in SECTIONS}) == len(SECTIONS)
    assert len({s.shortcut for s in SECTIONS}) == len(SECTIONS)
