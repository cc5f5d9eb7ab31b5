"""What is looked at beside a fiche."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import fiches
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.pages.fiches.beside import Beside
from microstructure_desktop.ui.pages.fiches.changes_dialog import ChangesDialog
from microstructure_desktop.ui.pages.fiches.upgrade_dialog import UpgradeDialog

from .conftest import OF_JUNE


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def fiche(desk, fiche_of_june):
    return fiches.open_fiche(desk.office, fiche_of_june.id)


@pytest.fixture
def beside(page, desk):
    return Beside(desk.context, page)


def test_that_nothing_opens_without_a_fiche(beside, page, desk):
    beside.show_history()
    beside.show_changes({})
    beside.show_upgrade({}, page.close)
    desk.settle()
    assert page.findChildren(HistoryDialog) == []


def test_that_the_fiche_s_own_windows_open(beside, page, desk, fiche):
    beside.follow(fiche)
    beside.show_changes(OF_JUNE)
    assert page.findChild(ChangesDialog) is not None
    beside.show_history()
    desk.settle()
    assert page.findChild(HistoryDialog) is not None
    beside.show_upgrade({}, page.close)
    assert page.findChild(UpgradeDialog) is None


def test_that_a_late_answer_does_not_open_over_another_fiche(beside, page, desk, fiche):
    beside.follow(fiche)
    beside.show_history()
    beside.follow(None)
    desk.settle()
    assert page.findChildren(HistoryDialog) == []
