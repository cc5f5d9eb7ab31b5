"""The directory on screen: find, add, correct, retire, and take it back."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annuaire, intervenants
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.annuaire.page import RETIRES, AnnuairePage
from tests.ui import a11y
from tests.ui.desk import make_desk

PORT = PartenaireSaisi("Pharmacie du Port", "PHARMACIE", "05 61 00 11 22", adresse="Sète")
ELAN = PartenaireSaisi("CSAPA Élan", "CSAPA")


@pytest.fixture
def shown(team, theme, show):
    """The page of a role, with these partners."""
    desks = []

    def opener(role=Role.TRAVAILLEUR_SOCIAL, saisis=(PORT, ELAN)):
        for saisi in saisis:
            annuaire.add(team.travailleur_social, saisi)
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = AnnuairePage(desk.context)
        page.open(Route("annuaire"))
        show(page, 1100, 700)
        desk.settle()
        page.desk = desk
        return page

    yield opener
    for desk in desks:
        desk.settle()


def names(page):
    return [p.nom for p in page.model.rows()]


def test_that_everybody_is_there_and_found_as_typed(shown):
    page = shown()
    assert a11y.problems(page) == []
    assert names(page) == ["CSAPA Élan", "Pharmacie du Port"]
    assert page.header.subtitle.text() == "2\u00a0partenaires"
    page.search.setText("sete")
    page.search.searched.emit("sete")
    assert names(page) == ["Pharmacie du Port"]
    assert page.precision.text() == "Sète"


def test_that_the_keyboard_goes_from_the_search_to_the_list_and_opens_a_line(shown, qtbot):
    page = shown()
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.dialog.saisi() == PORT
    page.dialog.reject()


def test_that_the_first_one_is_asked_for_when_there_is_none(shown):
    page = shown(saisis=())
    assert page.empty.isVisible()
    assert not page.card.isVisible()
    page.empty.action_button.click()
    for name in ("nom", "type"):
        field = page.dialog.fields[name].editor
        (field.setText if name == "nom" else field.set_value)(getattr(PORT, name))
    page.dialog.save_button.click()
    page.desk.settle()
    assert names(page) == ["Pharmacie du Port"]
    page.desk.context.undo.undo()
    page.desk.settle()
    assert page.empty.isVisible()


def test_that_a_name_taken_is_said_in_the_window(shown):
    page = shown()
    page.add_button.click()
    page.dialog.fields["nom"].editor.setText("csapa élan")
    page.dialog.fields["type"].editor.set_value("CSAPA")
    page.dialog.save_button.click()
    page.desk.settle()
    assert "déjà dans l’annuaire" in page.dialog.fields["nom"].error_text
    page.dialog.reject()


def test_that_one_retired_is_found_among_those_and_put_back(shown, team):
    page = shown()
    port = next(p for p in page.model.rows() if p.nom == PORT.nom)
    intervenants.add(page.desk.office, team.patient().id, port.id)
    page.table.setCurrentIndex(page.model.index(1, 0))
    page.retire_button.click()
    page.desk.settle()
    assert names(page) == ["CSAPA Élan"]
    page.which.set_value(RETIRES)
    page.which.changed.emit(RETIRES)
    assert names(page) == ["Pharmacie du Port"]
    assert page.retire_button.text() == "Remettre dans l’annuaire"
    page.retire_button.click()
    page.desk.settle()
    assert names(page) == []
    assert all(p.actif for p in annuaire.annuaire(page.desk.office))


def test_that_who_only_reads_has_no_button(shown):
    page = shown(Role.PSYCHIATRE)
    assert names(page) == ["CSAPA Élan", "Pharmacie du Port"]
    for button in (page.add_button, page.edit_button, page.retire_button):
        assert not button.isVisible()
    page.table.row_chosen.emit(page.model.row(0))
    assert page.dialog is None
