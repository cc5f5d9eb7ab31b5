"""A list is printed, written, handed over and taken back from the page."""

import pytest
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.services import facturation
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.pages.forfaits.page import ForfaitsPage
from tests.services.billing import WHOLE, followed, prepared

from .desk import opened


@pytest.fixture
def page(team, theme, show):
    followed(team, done=WHOLE)
    lot = prepared(team)
    desk, shown = opened(team, theme, show, ForfaitsPage, onglet="lots")
    yield desk, shown, lot
    shown.leave()
    desk.settle()


def state(desk, lot):
    return facturation.lot(desk.office, lot.id).etat


def test_that_it_opens_to_be_printed(page):
    desk, shown, _ = page
    shown.lots.cards[0].print_button.click()
    desk.settle()
    assert shown.findChild(PrintPreview).accessibleName() == "Bordereau préparé"


def test_that_it_is_marked_as_handed_over_and_undone(page):
    desk, shown, lot = page
    shown.lots.cards[0].sent_button.click()
    desk.settle()
    assert state(desk, lot) is EtatFacturation.TRANSMISE
    desk.context.undo.undo()
    assert state(desk, lot) is EtatFacturation.PREPAREE


def test_that_taking_back_asks_why(page):
    desk, shown, lot = page
    shown.lots.cards[0].back_button.click()
    dialog = shown.findChild(ReasonDialog)
    dialog.accept_button.click()
    assert dialog.isVisible()
    dialog.edit.setText("Refusée")
    dialog.accept_button.click()
    desk.settle()
    assert state(desk, lot) is EtatFacturation.ANNULEE


def test_that_the_workbook_goes_where_the_person_says(page, tmp_path):
    desk, shown, _ = page
    shown.lots.cards[0].table_button.click()
    desk.settle()
    dialog = shown.findChild(QFileDialog)
    chosen = tmp_path / "tableau.xlsx"
    dialog.fileSelected.emit(str(chosen))
    dialog.close()
    desk.settle()
    assert chosen.read_bytes()[:2] == b"PK"
