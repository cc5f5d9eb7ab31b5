"""The parts of a page: one Tab stop, arrows move and show, a state that is said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.ui.widgets.parts_nav import Part, PartsNav
from tests.ui import a11y

PARTS = (
    Part("avant", "Avant d’imprimer", "circle-alert", "warn", "à compléter", count="3"),
    Part("profil", "4. Profil", "circle-dashed", "text3", "commentaire vide", group="Les parties"),
    Part("sante", "6. Santé", "users"),
)


@pytest.fixture
def nav(show):
    made = PartsNav("Parties du rapport")
    made.set_parts(PARTS)
    return show(made, 240, 200)


def stops(nav):
    return [k for k in nav.order() if nav.button(k).focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_that_the_state_is_said_not_only_drawn(nav):
    assert a11y.problems(nav) == []
    said = [nav.button(key).accessibleName() for key in nav.order()]
    assert said == ["Avant d’imprimer, à compléter, 3", "4. Profil, commentaire vide", "6. Santé"]


def test_that_arrows_go_round_and_show(nav):
    chosen = []
    nav.chosen.connect(chosen.append)
    nav.button("avant").setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(nav.button(nav.current()), key)
    assert chosen == ["sante", "avant", "profil"]
    assert nav.button("profil").hasFocus()


def test_that_a_click_shows_and_tab_stops_once(nav):
    chosen = []
    nav.chosen.connect(chosen.append)
    assert stops(nav) == ["avant"]
    QTest.mouseClick(nav.button("profil"), Qt.MouseButton.LeftButton)
    assert (nav.current(), chosen, stops(nav)) == ("profil", ["profil"], ["profil"])


def test_that_the_part_shown_stays_while_it_is_there(nav):
    nav.set_current("profil")
    nav.set_parts([PARTS[0], replace(PARTS[1], state="prête"), PARTS[2]])
    assert (nav.current(), nav.part("profil").state) == ("profil", "prête")
    nav.set_parts(PARTS[1:])
    assert nav.current() == "profil"
    nav.set_parts([PARTS[0], PARTS[2]])
    assert (nav.current(), stops(nav)) == ("avant", ["avant"])
