"""The first actions, the others on demand, and the focus when one goes."""

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui.dialogs.action_list import ActionList
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY

from .actions_shown import SOPHIE, shown


@pytest.fixture
def named(show):
    names = ["LÉGENDE Sophie"]
    made = show(ActionList(2, lambda a: f"{names[0]} {a.patient.nom == SOPHIE.nom}", owner=False))
    made.names = names
    return made


ACTIONS = tuple(shown(f"Action {n}") for n in range(4))


def test_that_the_first_are_shown_and_the_others_on_demand(named):
    named.show_actions(ACTIONS, TODAY)
    assert len(named.lines()) == 2
    assert named.more_button.text() == f"Afficher 2{NBSP}autres"
    named.more_button.click()
    assert len(named.lines()) == 4
    assert not named.more_button.isVisible()


def test_that_people_are_named_anew(named):
    named.show_actions(ACTIONS[:1], TODAY)
    named.names[0] = "S. L."
    named.name_anew()
    assert named.lines()[0].name_button.text() == "S. L. True"


def test_that_the_focus_goes_to_what_takes_the_place(named):
    named.show_actions(ACTIONS[:2], TODAY)
    QApplication.processEvents()  # what was just made is shown
    named.lines()[0].done_button.setFocus()
    named.show_actions(ACTIONS[1:2], TODAY)
    QApplication.processEvents()
    assert named.lines()[0].done_button.hasFocus()
    assert named.lines()[0].decidee is ACTIONS[1]
