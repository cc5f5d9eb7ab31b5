"""Where somebody was is known before the page is left, and is shown again."""

import json

import pytest
from PySide6.QtWidgets import QMainWindow

from microstructure_desktop.ui import way_back
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.dialogs.retrieved import Retrieved
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page

from .test_context import make_context


@pytest.fixture
def context(theme, tmp_path):
    return make_context(theme, tmp_path)


@pytest.fixture
def window(context, show):
    made = QMainWindow()
    made.setCentralWidget(Page(context))
    return show(made, 400, 300)


def test_that_nobody_is_nowhere_before_a_page_is_shown(context, window):
    assert way_back.place_now(context, window) is None


def test_that_the_route_and_the_hidden_names_come_back(context, window):
    context.navigator.go(Route("partage", mois="2026-10"))
    context.discretion.switch(on=True)
    place = way_back.place_now(context, window)
    context.discretion.switch(on=False)
    context.navigator.go(Route("accueil"))
    assert way_back.follow(place, context, window) is None
    assert context.navigator.current == Route("partage", mois="2026-10")
    assert context.discretion.on


def test_that_what_was_typed_in_a_dialog_is_shown_at_the_return(context, window, taper):
    context.navigator.go(Route("annuaire"))
    dialog = ReasonDialog(window, "Pourquoi ?", "", "Annuler le rendez-vous", (), readers="")
    dialog.open()
    taper(dialog.edit, "elle est hospitalisée")
    place = way_back.place_now(context, window)
    dialog.reject()
    dialog.setParent(None)
    way_back.follow(json.loads(json.dumps(place)), context, window)
    [shown] = window.findChildren(Retrieved)
    assert shown.isVisible()
    assert [area.text() for area in shown.areas] == ["elle est hospitalisée"]


def test_that_a_place_kept_by_an_older_program_is_understood(context, window):
    way_back.follow({"route": "agenda", "params": {}}, context, window)
    assert context.navigator.current == Route("agenda")
    assert not context.discretion.on
