"""Fiches read by the whole team, filled by one profession."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers
from microstructure_desktop.services.fiche_forms import UnknownForm
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.forms.answers_view import AnswersView
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.fiches_tab import FichesTab
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.factories import a_fiche
from tests.services.cases import filled, write
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def opened_by(show, team, theme):
    desks = []

    def opener(patient, role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        tab = show(FichesTab(desk.context), 900, 600)
        tab.desk = desk
        tab.show_dossier(dossiers.dossier(desk.office, patient.id))
        desk.settle()
        return tab

    yield opener
    for desk in desks:
        desk.settle()


def offered(tab):
    """What the menu begins; its submenus offer the same to copy and to print."""
    titles = [[a.text() for a in m.actions() if a.text() and not a.menu()] for m in menus(tab)]
    assert titles[0] == titles[1] == titles[2]
    return titles[0]


def menus(tab):
    return [tab.menu, *(a.menu() for a in tab.menu.actions() if a.menu())]


def action(tab, words):
    return next(a for a in tab.menu.actions() if a.text() == words)


def button(tab, words):
    return next((b for b in tab.findChildren(Button) if words in (b.text(), b.toolTip())), None)


def test_that_a_fiche_is_read_beside_the_list(opened_by, team, sophie):
    filled(team, sophie)
    tab = opened_by(sophie)
    assert tab.findChild(AnswersView) is not None
    assert a11y.problems(tab) == []


def test_that_its_profession_corrects_it_and_the_others_only_read(qtbot, opened_by, team, sophie):
    fiche = filled(team, sophie)
    tab = opened_by(sophie)
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        button(tab, "Corriger").click()
    assert chosen.args == [Route("fiche", patient_id=sophie.id, fiche_id=fiche.id)]
    other = opened_by(sophie, Role.MEDECIN)
    assert button(other, "Corriger") is None
    assert other.findChild(AnswersView) is not None
    assert button(other, "Fiche psychologique de suivi") is None


def test_that_a_new_fiche_is_begun_from_here(qtbot, opened_by, team, sophie):
    filled(team, sophie, complete=False)
    tab = opened_by(sophie)
    assert button(tab, "Reprendre") is not None
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        action(tab, "Fiche psychologique de suivi").trigger()
    assert chosen.args == [Route("fiche", patient_id=sophie.id, form_id=FICHE_DE_SUIVI)]


def test_that_each_profession_begins_its_own_fiches_the_inclusion_and_the_plan(opened_by, sophie):
    assert offered(opened_by(sophie)) == [
        "Fiche psychologique d’entrée",
        "Fiche psychologique de suivi",
        "Fiche psychologique de fin",
        "Fiche d’inclusion",
        "Plan personnalisé de soins",
    ]
    assert offered(opened_by(sophie, Role.PSYCHIATRE)) == ["Plan personnalisé de soins"]


def test_that_the_first_fiche_is_begun_where_there_is_none(opened_by, sophie):
    tab = opened_by(sophie)
    assert tab.empty.action_button.isVisible()
    tab.empty.action_button.click()
    assert tab.menu.isVisible()
    tab.menu.close()


def test_that_the_menu_opens_from_the_keyboard(opened_by, team, sophie):
    filled(team, sophie)
    tab = opened_by(sophie)
    QTest.keyClick(tab.start_button, Qt.Key.Key_Space)
    assert tab.menu.isVisible()
    tab.menu.close()


def test_that_a_fiche_whose_form_is_gone_says_the_way_out(opened_by, team, sophie):
    write(team, "fiches", a_fiche(patient=sophie.id, form="ancienne"))
    tab = opened_by(sophie)
    assert "n’est plus installé" in tab.findChild(Banner).title()


def test_that_a_fiche_is_printed_from_here(qtbot, opened_by, team, sophie):
    filled(team, sophie)
    tab = opened_by(sophie)
    button(tab, "Imprimer (Ctrl+P)").click()
    assert tab.print_menu.isVisible()
    tab.print_menu.saved_action.trigger()
    tab.desk.settle()
    preview = tab.findChild(PrintPreview)
    assert preview.isVisible()
    preview.close()


def chosen(menu, *path):
    """Follow a path of titles, and choose the last."""
    for title in path[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == title)
    next(a for a in menu.actions() if a.text() == path[-1]).trigger()


def test_that_a_sheet_is_copied_and_a_blank_one_printed_from_the_menu(opened_by, qtbot, sophie):
    tab = opened_by(sophie)
    title = "Fiche psychologique d’entrée"
    with qtbot.waitSignal(tab.route_chosen) as asked:
        chosen(tab.menu, "Saisie de rattrapage d’une fiche papier", title)
    form_id = "psychologique_entree"
    route = Route("fiche", patient_id=sophie.id, form_id=form_id, papier=True)
    assert asked.args == [route]
    chosen(tab.menu, "Imprimer une fiche vierge", title)
    tab.desk.settle()
    preview = tab.findChild(PrintPreview)
    assert preview.isVisible()
    preview.close()


def test_that_a_late_reading_is_dropped(opened_by, team, sophie):
    first, second = filled(team, sophie, date(2026, 5, 1)), filled(team, sophie)
    tab = opened_by(sophie)
    assert tab.chosen().fiche.id == second.id
    tab._on_read(dossiers.read_fiche(team.psychologue, first.id))
    assert not [p for p in tab.findChildren(Paragraph) if "1er\u00a0mai" in p.text()]
    tab.choose(first.id)
    tab.desk.settle()
    assert [p for p in tab.findChildren(Paragraph) if "1er\u00a0mai" in p.text()]


def test_that_nothing_is_read_before_the_tab_is_looked_at(opened_by, team, sophie):
    filled(team, sophie)
    tab = opened_by(sophie)
    tab.hide()
    tab.show_dossier(dossiers.dossier(team.psychologue, sophie.id))
    tab._on_failed(UnknownForm())
    tab.desk.settle()
    assert tab.findChild(AnswersView) is None
    tab.show()
    tab.desk.settle()
    assert tab.findChild(AnswersView) is not None


def test_that_a_fiche_has_its_history_and_is_cancelled_by_its_author(opened_by, team, sophie):
    made = filled(team, sophie)
    for role, mine in ((Role.PSYCHOLOGUE, True), (Role.TRAVAILLEUR_SOCIAL, False)):
        tab = opened_by(sophie, role)
        buttons = tab.findChildren(IconButton)
        next(b for b in buttons if "Autres actions" in b.accessibleName()).click()
        assert (tab.acts.target.entity, tab.acts.target.mine) == (made.id, mine)
        assert tab.acts.cancel_action.isVisible() is mine
        tab.acts.hide()
