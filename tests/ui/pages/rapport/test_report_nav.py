"""The parts of the report: one Tab stop, arrows, a state that is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.ui.pages.rapport.report_nav import Entree, Etat, ReportNav
from tests.ui import a11y

ENTRIES = (
    Entree("avant", "Avant d’imprimer", Etat.A_COMPLETER, compte="3"),
    Entree("profil", "4. Profil", Etat.SANS_COMMENTAIRE, groupe="Les seize parties"),
    Entree("sante", "6. Santé", Etat.PRETE),
)


@pytest.fixture
def nav(show):
    made = ReportNav()
    made.set_entries(ENTRIES)
    return show(made, 240, 200)


def test_that_the_state_is_said_not_only_drawn(nav):
    assert a11y.problems(nav) == []
    said = [nav.button(key).accessibleName() for key in nav.parts()]
    assert said == [
        "Avant d’imprimer, à compléter, 3",
        "4. Profil, commentaire vide",
        "6. Santé, prête",
    ]


def test_that_arrows_go_round_and_show(qtbot, nav):
    nav.button("avant").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(nav.chosen) as told:
        QTest.keyClick(nav.button("avant"), Qt.Key.Key_Up)
    assert told.args == ["sante"]
    assert nav.button("sante").hasFocus()
    with qtbot.waitSignal(nav.chosen) as told:
        QTest.keyClick(nav.button("sante"), Qt.Key.Key_Down)
    assert told.args == ["avant"]


def test_that_tab_stops_once(nav):
    stops = [k for k in nav.parts() if nav.button(k).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["avant"]
    nav.button("profil").click()
    stops = [k for k in nav.parts() if nav.button(k).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["profil"]


def test_that_a_new_state_keeps_the_part_shown(nav):
    nav.set_current("profil")
    nav.set_entries([ENTRIES[0], Entree("profil", "4. Profil", Etat.PRETE), ENTRIES[2]])
    assert nav.current() == "profil"
    assert nav.entry("profil").etat is Etat.PRETE
