"""A list: a row is chosen by click or Enter; the page may select silently."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from tests.ui.a11y import name_of, problems
from tests.ui.gallery import PATIENTS, patient_list


@pytest.fixture
def view(show):
    made = patient_list()
    made.told = []
    made.row_chosen.connect(made.told.append)
    return show(made, 312, 500)


def test_that_a_click_chooses_the_row(view, qtbot):
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.told == [PATIENTS[1]]


def test_that_arrows_move_and_enter_chooses(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Down)
    moved = list(view.told)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert moved == []
    assert view.told == [PATIENTS[3]]


def test_that_enter_on_nothing_does_nothing(view, qtbot):
    view.show_selected(QModelIndex())
    view.setCurrentIndex(QModelIndex())
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.told == []


def test_that_the_page_selects_silently(view):
    view.show_selected(view.model().index(4, 0))
    assert view.currentIndex().row() == 4
    assert view.told == []


def test_that_the_list_and_its_rows_are_named(view):
    assert name_of(view) == "Liste des patients"
    spoken = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "COSTA Maria, 39 ans · n° 0031, jeu. 12 nov., Fiche à faire"
    assert problems(view) == []
