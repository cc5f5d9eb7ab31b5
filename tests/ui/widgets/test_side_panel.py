"""The list beside the page, or over it."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.side_panel import SidePanel


@pytest.fixture
def panel(show) -> SidePanel:
    holder = QWidget()
    ground = QHBoxLayout(holder)
    ground.setContentsMargins(0, 0, 0, 0)
    ground.setSpacing(0)
    holder.side, holder.page = QWidget(), QWidget()
    holder.side.setFixedWidth(60)
    ground.addWidget(holder.side)
    ground.addWidget(holder.page, 1)
    holder.panel = SidePanel(LineEdit(), ground)
    show(holder, 1000, 500)
    return holder.panel


def test_that_it_stands_between_the_sidebar_and_the_page(panel):
    panel.place(wanted=True, beside=True)
    panel.window().layout().activate()
    assert panel.x() == 60
    assert panel.width() == 312
    assert not panel.is_open_drawer()


def test_that_it_is_hidden_when_not_wanted(panel):
    panel.place(wanted=False, beside=True)
    assert panel.isHidden()


def test_that_the_drawer_floats_over_the_page(panel):
    panel.place(wanted=True, beside=False)
    hidden = panel.isHidden()
    panel.toggle_drawer(60, 500)
    page = panel.window().page
    assert hidden
    assert panel.is_open_drawer()
    assert page.geometry().intersects(panel.geometry())
    assert panel.focusProxy().hasFocus()
    panel.toggle_drawer(60, 500)
    assert panel.isHidden()


def test_that_it_grows_with_the_text(theme, panel):
    theme.choose("clair", 150)
    assert panel.width() == 406
