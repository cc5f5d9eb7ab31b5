"""A grant is added, corrected, taken out; each is taken back by a key."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.ui.pages.rapport.funders import Funders


@pytest.fixture
def funders(desk, show):
    page = QWidget()
    made = Funders(desk.context, page, 2025, may_write=True)
    QVBoxLayout(page).addWidget(made.card)
    show(page, 900, 600)
    return made


def kept(desk):
    return [x.financement for x in rapport_saisie.financements(desk.office, 2025)]


def add(desk, funders):
    funders.card.add_button.click()
    funders.dialog.who.setText("ARS")
    funders.dialog.amount.setText("100")
    funders.dialog.save_button.click()
    desk.settle()
    return kept(desk)[0]


def test_that_one_is_added_and_taken_back(desk, funders):
    assert add(desk, funders).montant_centimes == 100_00
    assert funders.dialog is None
    desk.context.undo.undo()
    desk.settle()
    assert kept(desk) == []


def test_that_one_is_corrected_then_removed(desk, funders):
    known = add(desk, funders)
    funders.card.edit_asked.emit(known)
    funders.dialog.amount.setText("250")
    funders.dialog.save_button.click()
    desk.settle()
    assert [(g.id, g.montant_centimes) for g in kept(desk)] == [(known.id, 250_00)]
    funders.card.remove_asked.emit(known)
    desk.settle()
    assert kept(desk) == []
    desk.context.undo.undo()
    desk.settle()
    assert [g.montant_centimes for g in kept(desk)] == [250_00]


def test_that_one_taken_out_meanwhile_is_told_in_the_window(desk, funders):
    known = add(desk, funders)
    funders.card.edit_asked.emit(known)
    rapport_saisie.retirer_financement(desk.office, known.id)
    funders.dialog.save_button.click()
    desk.settle()
    assert funders.dialog.fields["financeur"].error_text
    funders.dismiss()
    assert funders.dialog is None


def test_that_it_knows_whether_somebody_funds(desk, funders):
    add(desk, funders)
    assert not funders.some
    funders.show_grants(rapport_saisie.financements(desk.office, 2025))
    assert funders.some
