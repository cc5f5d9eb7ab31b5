"""Every row is shown with what becomes of it; the person decides for those that can be created."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.services import reprise
from microstructure_desktop.ui.pages.reprise.preview_step import PreviewStep
from tests.ui.a11y import problems


@pytest.fixture
def step(show, desk, file):
    opened = reprise.ouvrir(desk.office, file)
    made = show(PreviewStep(desk.context), 1200, 700)
    made.show_preview(reprise.examiner(desk.office, opened.tableau, opened.colonnes))
    return made


def column(step, at):
    return [step.model.index(row, at).data() for row in range(step.model.rowCount())]


def test_that_each_row_says_what_becomes_of_it(step):
    assert column(step, 0) == ["2", "3", "4", "5", "6", "7"]
    assert column(step, 1) == [
        "À créer", "À créer", "Doublon probable", "À corriger", "À créer", "Ligne sans personne"
    ]  # fmt: skip
    assert column(step, 2)[0] == "LÉGENDE Sophie"
    assert column(step, 3)[0] == "14/05/1992"
    assert column(step, 4)[0] == "03/03/2026"
    assert "1992" in column(step, 5)[0]
    assert step.taken == {2, 3, 6}
    assert problems(step) == []


def test_that_counts_are_on_top_and_filter(step):
    assert step.chips.chip("toutes").text() == "Toutes\u00a06"
    assert step.chips.chip("creer").text() == "À créer\u00a03"
    assert not step.chips.chip("connu").isVisible()
    step.chips.chip("doublon").click()
    assert column(step, 0) == ["4"]
    assert "Ligne\u00a04" in step.card.title.text()
    step.chips.chip("toutes").click()
    assert len(column(step, 0)) == 6


def test_that_enter_takes_and_leaves_a_row_that_can_be_created(step, qtbot):
    step.table.selectRow(2)
    with qtbot.waitSignal(step.changed):
        QTest.keyClick(step.table, Qt.Key.Key_Return)
    assert 4 in step.taken
    assert column(step, 1)[2] == "À créer"
    assert step.table.currentIndex().row() == 2
    QTest.keyClick(step.table, Qt.Key.Key_Return)
    assert 4 not in step.taken
    step.table.selectRow(3)
    QTest.keyClick(step.table, Qt.Key.Key_Return)
    assert step.taken == {2, 3, 6}


def test_that_the_box_beside_does_the_same(step, qtbot):
    step.table.selectRow(0)
    qtbot.mouseClick(step.card.take_box, Qt.MouseButton.LeftButton)
    assert step.taken == {3, 6}
    assert column(step, 1)[0] == "Écartée"
    assert not step.card.take_box.isChecked()


def test_that_dates_are_sorted_as_dates(step):
    step.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    dates = [text for text in column(step, 3) if text]
    assert dates == ["30/01/1979", "07/03/1984", "07/03/1984", "14/05/1992"]


def test_that_nothing_stays_once_forgotten(step):
    step.forget()
    assert column(step, 0) == []
    assert step.taken == frozenset()
