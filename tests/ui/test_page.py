"""A page does nothing until it says otherwise."""

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.tabs import Tabs

from .test_context import make_context


def test_that_a_page_drops_the_list_and_keeps_nothing_by_default(theme, tmp_path, qtbot):
    page = Page(make_context(theme, tmp_path))
    qtbot.addWidget(page)
    page.open(Route("accueil"))
    page.leave()
    assert page.first_focus() is None
    assert not page.with_panel


def test_that_the_tab_shown_is_where_one_is_inside(theme, tmp_path, show):
    page = Page(make_context(theme, tmp_path))
    assert page.inside() == ""
    assert not page.return_inside("deux")  # too early: nothing is shown
    page.setLayout(column(Tabs([("une", "Une"), ("deux", "Deux")])))
    show(page)
    assert page.inside() == "une"
    chosen = []
    page.findChild(Tabs).changed.connect(chosen.append)
    assert page.return_inside("deux")
    assert page.inside() == "deux"
    assert page.return_inside("deux")
    assert chosen == ["deux"]
