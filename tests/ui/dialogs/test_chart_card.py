"""The table always stands with its chart, and each follows the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.dialogs.chart_card import ChartCard
from tests.charts.cases import barres, cascade, courbe, rangee
from tests.ui.a11y import problems


@pytest.fixture
def make(show):
    def made(graphique, width=1000, **options):
        card = ChartCard(graphique, **options)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(card)
        column.addStretch(1)
        show(page, width, 900)
        card.told = []
        card.chosen.connect(lambda index, rank: card.told.append((index, rank)))
        return card

    return made


def cells(card) -> list[list[str]]:
    model = card.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def enter(qtbot, card, row, column):
    card.table.setCurrentIndex(card.table.model().index(row, column))
    qtbot.keyClick(card.table, Qt.Key.Key_Return)


def test_that_the_same_figures_are_in_rows(make):
    card = make(courbe())
    assert card.title.text() == "File active"
    assert cells(card)[3] == ["Avril", "20 (prov.)", "11"]
    assert card.table.accessibleName() == "File active\u00a0: tableau"


@pytest.mark.parametrize("percent", [100, 150])
def test_that_the_table_is_beside_then_under(theme, make, percent):
    theme.choose("clair", percent)
    for width, beside in ((1240, True), (560, False)):
        card = make(courbe(), width)
        assert (card.table.x() > card.chart.geometry().right()) is beside
        assert (card.table.y() > card.chart.geometry().bottom()) is not beside
        assert card.chart.width() >= look.px(260)
        assert problems(card) == []


def test_that_every_row_is_shown_without_scrolling(make):
    names = tuple(f"Catégorie {n}" for n in range(24))
    card = make(barres(rangee("", *range(24)), noms=names))
    assert not card.table.verticalScrollBar().isVisible()
    last = card.table.visualRect(card.table.model().index(23, 0))
    assert last.bottom() <= card.table.viewport().height()


def test_that_the_row_follows_the_point(make, qtbot):
    card = make(courbe())
    card.chart.setFocus()
    qtbot.keyClick(card.chart, Qt.Key.Key_Right)
    assert card.table.currentIndex().data() == "Février"
    card.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    qtbot.keyClick(card.chart, Qt.Key.Key_Right)
    assert card.table.currentIndex().data() == "Mars"


def test_that_a_row_chooses_what_its_column_says(make, qtbot):
    card = make(courbe())
    for row, column in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2)):
        enter(qtbot, card, row, column)
    assert card.told == [(0, 0), (0, 0), (0, 1), (1, 1)]  # nothing is known of February 2026


def test_that_the_share_of_a_step_chooses_the_step(make, qtbot):
    card = make(cascade())
    enter(qtbot, card, 1, 2)
    assert card.told == [(1, 0)]


def test_that_a_point_chooses_too_and_nothing_without_the_right(make, qtbot):
    for choosable, told in ((True, [(0, 0)]), (False, [])):
        card = make(barres(), choosable=choosable)
        card.chart.setFocus()
        qtbot.keyClick(card.chart, Qt.Key.Key_Return)
        assert card.told == told


def test_that_figures_sort_as_numbers_and_the_first_column_as_given(make):
    card = make(barres(rangee("a", 9, 10, None), rangee("b", 3, 2, 1)))
    card.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in cells(card)] == ["—", "9", "10"]
    card.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in cells(card)] == ["Ici", "Là", "Loin"]


def test_that_another_chart_takes_the_place(make):
    card = make(courbe())
    card.show_chart(cascade())
    assert card.title.text() == "Hépatite C"
    assert [row[0] for row in cells(card)] == ["Vus", "Proposés", "Faits", "Traités"]
