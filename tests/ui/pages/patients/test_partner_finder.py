"""A partner is found by its name, or created under the name typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services import annuaire
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.ui.pages.patients.partner_finder import PartnerFinder
from tests.ui import a11y


@pytest.fixture
def port(desk):
    return annuaire.add(desk.office, PartenaireSaisi("Pharmacie du Port", "PHARMACIE"))


@pytest.fixture
def finder(show, desk):
    made = show(PartnerFinder(desk.context), 300, 300)
    made.begin(frozenset())
    return made


def typed(finder, desk, text):
    finder.search.setText(text)
    QApplication.processEvents()  # the search waits for the keys that come together
    desk.settle()
    QApplication.processEvents()  # what is found is then laid out
    return [button.text() for button in finder.rows]


def test_that_what_is_found_comes_before_the_way_to_create_it(finder, desk, port):
    assert typed(finder, desk, "port") == ["Pharmacie du Port", "Créer «\u00a0port\u00a0»"]
    assert a11y.problems(finder) == []
    assert typed(finder, desk, "") == []


def test_that_who_follows_already_is_not_offered(finder, desk, port):
    finder.begin(frozenset({port.id}))
    assert typed(finder, desk, "port") == ["Créer «\u00a0port\u00a0»"]


def test_that_enter_takes_the_only_one(qtbot, finder, desk, port):
    typed(finder, desk, "port")
    with qtbot.waitSignal(finder.chosen) as chosen:
        qtbot.keyClick(finder.search, Qt.Key.Key_Return)
    assert chosen.args == [port.id]


def test_that_enter_pressed_before_the_answer_takes_the_only_one(qtbot, finder, desk, port):
    finder.search.setText("port")
    with qtbot.waitSignal(finder.chosen) as chosen:
        qtbot.keyClick(finder.search, Qt.Key.Key_Return)
    assert chosen.args == [port.id]


def test_that_enter_creates_what_is_not_found(qtbot, finder, desk):
    typed(finder, desk, "  CMP  des Lices ")
    with qtbot.waitSignal(finder.create_asked) as asked:
        qtbot.keyClick(finder.search, Qt.Key.Key_Return)
    assert asked.args == ["CMP des Lices"]


def test_that_enter_does_not_choose_between_two(qtbot, finder, desk, port):
    annuaire.add(desk.office, PartenaireSaisi("Portail", "AUTRE"))
    assert len(typed(finder, desk, "port")) == 3
    with qtbot.assertNotEmitted(finder.chosen), qtbot.assertNotEmitted(finder.create_asked):
        qtbot.keyClick(finder.search, Qt.Key.Key_Return)
        desk.settle()
    QApplication.processEvents()
    qtbot.keyClick(finder.search, Qt.Key.Key_Down)
    assert finder.rows[0].hasFocus()
