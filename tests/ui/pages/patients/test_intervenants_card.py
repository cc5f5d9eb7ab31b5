"""Who follows the person, added in two clicks and a name, undone by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annuaire, intervenants
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.intervenants_card import IntervenantsCard
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui import a11y
from tests.ui.desk import make_desk

PORT = PartenaireSaisi("Pharmacie du Port", "PHARMACIE", "05 61 00 11 22")


@pytest.fixture
def card(show, desk, sophie):
    made = show(IntervenantsCard(desk.context), 340, 500)
    made.show_patient(sophie.id)
    desk.settle()
    return made


def names(card):
    return [a.partenaire.nom for a in card.lignes]


def search(card, desk, text):
    card.add_button.click()
    card.finder.search.setText(text)
    card.finder.search.searched.emit(text)
    desk.settle()


def test_that_nobody_noted_is_said(card):
    assert names(card) == []
    assert a11y.problems(card) == []


def test_that_the_directory_is_one_click_away(card, desk):
    card.directory_button.click()
    assert desk.routes == [Route("annuaire")]


def test_that_escape_leaves_the_search_before_the_page(card, desk, qtbot):
    card.add_button.click()
    left = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), card)
    shortcut.activated.connect(lambda: left.append("page"))
    qtbot.keyClick(card.finder.search, Qt.Key.Key_Escape)
    assert card.finder.isHidden()
    assert left == []
    assert card.add_button.hasFocus()


def test_that_a_known_partner_is_added_in_two_clicks(card, desk):
    annuaire.add(desk.office, PORT)
    search(card, desk, "port")
    card.finder.rows[0].click()
    desk.settle()
    assert names(card) == ["Pharmacie du Port"]
    assert card.finder.isHidden()
    assert a11y.problems(card) == []
    desk.context.undo.undo()
    desk.settle()
    assert names(card) == []


def test_that_a_new_one_is_created_under_the_name_typed(card, desk):
    search(card, desk, "CMP des Lices")
    card.finder.rows[-1].click()
    dialog = card.partner_dialog
    dialog.fields["type"].editor.set_value("HOPITAL_PSYCHIATRIE_CMP")
    dialog.save_button.click()
    desk.settle()
    assert names(card) == ["CMP des Lices"]
    assert [p.nom for p in annuaire.annuaire(desk.office)] == ["CMP des Lices"]


def test_that_a_refusal_stays_in_the_window(card, desk):
    annuaire.add(desk.office, PORT)
    search(card, desk, PORT.nom)
    card.finder.rows[-1].click()
    dialog = card.partner_dialog
    dialog.fields["type"].editor.set_value(PORT.type)
    dialog.save_button.click()
    desk.settle()
    assert "déjà dans l’annuaire" in dialog.fields["nom"].error_text
    dialog.reject()


def test_that_an_end_is_noted_and_a_mistake_removed(card, desk, sophie):
    intervenants.create(desk.office, sophie.id, PORT)
    card.show_patient(sophie.id)
    desk.settle()
    card._on_edit_clicked(card.lignes[0])
    card.intervention.jusqu_a.setText("19/11/2026")
    card.intervention.save_button.click()
    desk.settle()
    said = [label.text() for label in card.findChildren(Label)]
    assert "Pharmacie du Port" in said
    assert card.lignes[0].intervenant.jusqu_a is not None
    card._on_edit_clicked(card.lignes[0])
    card.intervention.remove_button.click()
    desk.settle()
    assert names(card) == []


def test_that_somebody_else_is_never_shown_with_the_partners_of_this_one(card, desk, sophie, team):
    intervenants.create(desk.office, sophie.id, PORT)
    card.show_patient(sophie.id)
    desk.settle()
    card.show_patient(team.patient("Autre", "Alix").id)
    assert names(card) == []


def test_that_who_only_reads_the_directory_creates_nobody(team, theme, show, sophie):
    desk = make_desk(team, theme, Role.PSYCHIATRE)
    intervenants.create(team.psychologue, sophie.id, PORT)
    card = show(IntervenantsCard(desk.context), 340, 500)
    card.show_patient(sophie.id)
    desk.settle()
    assert names(card) == ["Pharmacie du Port"]
    search(card, desk, "nouveau")
    assert card.finder.rows == []
