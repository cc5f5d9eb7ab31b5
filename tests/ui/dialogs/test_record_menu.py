"""The menu of a record: its history, and its cancelling by who may."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.dialogs.record_menu import MORE, RecordMenu, Target, may_cancel
from microstructure_desktop.ui.texts import NBSP
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def seance(team):
    return team.seance(team.patient().id, date(2026, 11, 12))


@pytest.fixture
def page(show):
    return show(QWidget(), 900, 700)


@pytest.fixture
def menu(desk, page):
    return RecordMenu(desk.context, page)


def test_that_its_author_and_a_doctor_may_cancel(team):
    author = team.psychologue.membre
    assert may_cancel(author, author.id)
    assert may_cancel(team.medecin.membre, author.id)
    assert not may_cancel(team.travailleur_social.membre, author.id)
    assert not may_cancel(author, None)


def test_that_it_is_about_the_record_whose_button_was_clicked(menu, desk, page, seance):
    button = menu.button(Target("consultation", seance.id, "séance du 12/11/2026", mine=True))
    assert button.accessibleName() == f"{MORE}{NBSP}: séance du 12/11/2026"
    button.setParent(page)
    button.click()
    assert menu.isVisible()
    menu.hide()
    assert menu.cancel_action.isVisible()
    assert menu.cancel_action.text() == "Annuler cette séance…"
    menu.history_action.trigger()
    desk.settle()
    assert page.findChild(HistoryDialog).isVisible()
    menu.cancel_action.trigger()
    assert menu.cancelling.dialog.isVisible()


def test_that_what_is_not_one_s_own_is_only_read(menu, seance):
    menu.set_target(Target("consultation", seance.id))
    assert not menu.cancel_action.isVisible()
    menu.set_target(Target("patient", "p", mine=True))
    assert not menu.cancel_action.isVisible()
    menu.set_target(Target("rendez_vous", "r", mine=True))
    assert menu.cancel_action.text() == "Annuler ce rendez-vous…"


def test_that_before_any_button_nothing_happens(menu, desk, page):
    menu.history_action.trigger()
    menu.cancel_action.trigger()
    desk.settle()
    assert page.findChildren(HistoryDialog) == []
    assert menu.cancelling.dialog is None
