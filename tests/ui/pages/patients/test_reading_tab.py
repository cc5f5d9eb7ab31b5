"""A list, and what the chosen line holds."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.ui.pages.patients.reading_tab import ReadingTab
from microstructure_desktop.ui.widgets.row_delegate import RowText
from tests.ui import a11y


class Line(NamedTuple):
    id: str
    title: str


ONE, TWO, THREE = Line("1", "Un"), Line("2", "Deux"), Line("3", "Trois")


class Reader(ReadingTab):
    def __init__(self) -> None:
        super().__init__("Lignes", "list", lambda r: RowText(r.title), lambda r: r.id)
        self.read: list[Line] = []

    def show_row(self, row) -> None:
        self.read.append(row)


@pytest.fixture
def tab(show):
    made = show(Reader(), 800, 500)
    made.set_rows((ONE, TWO), "Rien")
    return made


def test_that_the_first_line_is_read_at_once(tab):
    assert tab.read == [ONE]
    assert a11y.problems(tab) == []


def test_that_arrows_read_the_next(tab):
    QTest.keyClick(tab.view, Qt.Key.Key_Down)
    assert tab.read == [ONE, TWO]


def test_that_the_line_read_stays_through_a_reload(tab):
    tab.choose("2")
    tab.set_rows((THREE, ONE, Line("2", "Deux, corrigée")), "Rien")
    assert tab.chosen().title == "Deux, corrigée"
    assert tab.read[-1].title == "Deux, corrigée"


def test_that_a_line_that_is_gone_gives_way_to_the_first(tab):
    tab.choose("2")
    tab.set_rows((THREE, ONE), "Rien")
    assert tab.chosen() == THREE


def test_that_an_empty_list_says_why(tab):
    tab.set_rows((), "Rien", "La première sera ici.")
    assert tab.chosen() is None
    assert tab.empty.isVisible()
    assert not tab.view.isVisible()
