"""Ctrl+K opens the palette from anywhere in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.actions import Action, Groupe
from microstructure_desktop.ui.dialogs.palette_rows import Entry
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.palette_key import PaletteKey
from tests.ui.desk import make_desk

WAY = Action("page.accueil", "Accueil", "house", Route("accueil"), groupe=Groupe.PAGES)


@pytest.fixture
def key(team, theme, show):
    desk = make_desk(team, theme, Role.SECRETARIAT)
    window = QMainWindow()
    made = PaletteKey(desk.context, (WAY,), window)
    show(window, 1000, 700)
    yield made
    desk.settle()


def test_that_the_palette_is_built_the_first_time_and_the_same_keys_close_it(key):
    window = key.parent()
    assert key.palette is None
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = key.palette
    assert made.isVisible()
    QTest.keyClick(made.edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not made.isVisible()
    key.open()
    assert key.palette is made


def test_that_it_lists_the_pages_of_the_window_and_what_the_role_may_do(key):
    key.open()
    titles = [row.title for row in key.palette.model.rows() if isinstance(row, Entry)]
    assert {"Accueil", "Nouveau dossier"} <= set(titles)
    assert "Préparer la réunion de synthèse" not in titles


def test_that_it_follows_the_window(key):
    key.follow_window()
    key.open()
    key.parent().resize(800, 500)
    key.follow_window()
    assert key.palette.size() == key.parent().size()
