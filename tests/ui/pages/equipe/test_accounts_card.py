"""The accounts as a table; what can be done depends on who is chosen and who looks."""

from dataclasses import replace

import pytest

from microstructure_desktop.services.comptes import Compte
from microstructure_desktop.ui.pages.equipe.accounts_card import AccountsCard
from tests.cabinet import TODAY
from tests.factories import AUTHOR, a_membre
from tests.ui import a11y

ANNE = a_membre()
CLEO = a_membre(id="cleo", prenom="Cléo", nom="Morel")
COMPTES = tuple(Compte(m, TODAY, None) for m in (ANNE, CLEO))


@pytest.fixture
def card(show):
    def shown(*, may_manage=True, comptes=COMPTES):
        made = show(AccountsCard(AUTHOR, reads_log=True), 1000, 400)
        made.show_comptes(comptes, may_manage=may_manage)
        return made

    return shown


def cells(card, at=0):
    return [card.model.index(at, n).data() for n in range(card.model.columnCount())]


def test_that_a_line_says_who_what_and_since_when(card):
    assert cells(card()) == [
        "Dr Anne Lemoine (vous)", "Médecin", "19/11/2026", "Aucun depuis un an", "Actif",
    ]  # fmt: skip
    assert a11y.problems(card()) == []


def test_that_one_does_not_suspend_oneself(card, qtbot):
    made = card()
    assert not made.suspend_button.isEnabled()
    assert "propre compte" in made.suspend_button.toolTip()
    made.table.selectRow(1)
    assert made.suspend_button.isEnabled()
    with qtbot.waitSignal(made.suspend_asked) as asked:
        made.suspend_button.click()
    assert asked.args[0].id == "cleo"


def test_that_a_suspended_account_is_opened_again(card, qtbot):
    away = replace(COMPTES[1], membre=replace(COMPTES[1].membre, actif=False))
    made = card(comptes=(COMPTES[0], away))
    made.table.selectRow(1)
    assert made.suspend_button.text() == "Réactiver"
    with qtbot.waitSignal(made.reactivate_asked), qtbot.assertNotEmitted(made.suspend_asked):
        made.suspend_button.click()


def test_that_a_line_entered_is_corrected_by_who_manages_only(card, qtbot):
    made = card()
    with qtbot.waitSignal(made.edit_asked) as asked:
        made.table.row_chosen.emit(COMPTES[0])
    assert asked.args == [ANNE]
    other = card(may_manage=False)
    assert not other.edit_button.isVisible()
    with qtbot.assertNotEmitted(other.edit_asked):
        other.table.row_chosen.emit(COMPTES[0])
