"""A page does nothing until it says otherwise."""

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page

from .test_context import make_context


def test_that_a_page_drops_the_list_and_keeps_nothing_by_default(theme, tmp_path, qtbot):
    page = Page(make_context(theme, tmp_path))
    qtbot.addWidget(page)
    page.open(Route("accueil"))
    page.leave()
    assert page.first_focus() is None
    assert not page.with_panel
