"""Themes: one Tab stop, arrows move and show."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.services.activite_themes import THEMES
from microstructure_desktop.ui.pages.activite.theme_nav import ThemeNav
from tests.ui import a11y


def a_nav(show, many=3):
    nav = ThemeNav()
    nav.set_themes(THEMES[:many])
    return show(nav, 240, 300)


def test_that_arrows_move_and_show(show):
    nav = a_nav(show)
    chosen = []
    nav.chosen.connect(chosen.append)
    nav.button(nav.current()).setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(nav.button(nav.current()), key)
    assert chosen == [THEMES[1].cle, THEMES[0].cle, THEMES[2].cle]
    assert nav.button(THEMES[2].cle).hasFocus()
    assert a11y.problems(nav) == []


def test_that_a_click_shows(show):
    nav = a_nav(show)
    chosen = []
    nav.chosen.connect(chosen.append)
    QTest.mouseClick(nav.button(THEMES[1].cle), Qt.MouseButton.LeftButton)
    assert (nav.current(), chosen) == (THEMES[1].cle, [THEMES[1].cle])


def test_that_the_theme_stays_when_another_period_has_it(show):
    nav = a_nav(show)
    nav.set_current(THEMES[2].cle)
    nav.set_themes(THEMES[1:5])
    assert nav.current() == THEMES[2].cle
    nav.set_themes(THEMES[3:5])
    assert nav.current() == THEMES[3].cle
    stops = [
        t.cle for t in THEMES[3:5] if nav.button(t.cle).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [THEMES[3].cle]
