"""One event under the keyboard."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.ui.dialogs.record_menu import Target
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.parcours import SEANCES, Evenement
from microstructure_desktop.ui.pages.patients.parcours_row import ParcoursRow
from microstructure_desktop.ui.widgets.layouts import boxed, column
from tests.ui import a11y

OPEN = Route("seance", patient_id="1")
TARGET = Target("consultation", "c1", "séance du 12/11/2026 à 14:00", mine=True)
EVENT = Evenement(
    date(2026, 11, 12), time(14), SEANCES, "psychologue", "Entretien", "C. Modèle",
    tags=(("Absente", "danger"),), route=OPEN, action="Corriger cette séance", cible=TARGET,
)  # fmt: skip
BARE = Evenement(date(2026, 11, 12), None, SEANCES, "psychologue", "Rendez-vous")


@pytest.fixture
def row(show):
    made = ParcoursRow(EVENT, last=True)
    show(boxed(column(made)), 500, 90)
    return made


def test_that_it_is_read_aloud_whole(row):
    assert row.accessibleName() == "jeu.\u00a012, Entretien, Absente, C. Modèle"
    assert a11y.problems(row) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_opens_it(qtbot, row, key):
    with qtbot.waitSignal(row.route_chosen) as chosen:
        QTest.keyClick(row, key)
    assert chosen.args == [OPEN]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_that_its_menu_has_keys(qtbot, row, key, modifier):
    with qtbot.waitSignal(row.acts_asked) as asked:
        QTest.keyClick(row, key, modifier)
    assert asked.args[1] == TARGET


def test_that_an_event_that_opens_nothing_takes_no_key(qtbot, show):
    bare = show(ParcoursRow(BARE, last=False), 500, 90)
    with qtbot.assertNotEmitted(bare.route_chosen), qtbot.assertNotEmitted(bare.acts_asked):
        QTest.keyClick(bare, Qt.Key.Key_Return)
        QTest.keyClick(bare, Qt.Key.Key_Menu)


def test_that_tab_comes_to_one_row_and_never_to_its_buttons(row):
    assert row.focusPolicy() == Qt.FocusPolicy.ClickFocus
    row.set_stop(stop=True)
    assert row.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert {b.focusPolicy() for b in (row._opener, row._more)} == {Qt.FocusPolicy.ClickFocus}


def test_that_the_keyboard_sees_where_it_is(row):
    bare = row.grab().toImage()
    row.set_stop(stop=True)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert row.grab().toImage() != bare
