"""A window's worth of a region, and pages opened on it."""

import pytest

from microstructure_desktop.paths import Home
from microstructure_desktop.ui.navigation import Route

from .world import make_world


@pytest.fixture
def world(tmp_path, theme):
    made = make_world(Home(tmp_path / "region"), theme)
    yield made
    made.settle()
    made.desk.close()


@pytest.fixture
def opened(world, show):
    """A page of the region, once it is loaded."""
    kept = []

    def opener(page_class, **params):
        page = show(page_class(world.context), 1180, 760)
        page.open(Route("page", **params))
        world.settle()
        kept.append(page)
        return page

    yield opener
    for page in kept:
        page.leave()
        world.settle()
