"""The card says how it stands with one's own sheet, and offers what can be done with it."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import feuille_personnelle, secours, unlock
from microstructure_desktop.ui.dialogs.own_sheet import OwnCode
from microstructure_desktop.ui.dialogs.recovery_sheet import RecoverySheet
from microstructure_desktop.ui.pages.reglages.own_sheet_card import OwnSheetCard
from microstructure_desktop.ui.widgets.layouts import boxed, column
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def card(team, theme, show):
    """The card of a role, once it has read how it stands."""

    def make(role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        made = show(OwnSheetCard(desk.context), 420, 320)
        made.read()
        desk.settle()
        return made, desk

    return make


def offered(card):
    buttons = card.reopen_button, card.print_button, card.withdraw_button
    return [button.text() for button in buttons if button.isVisible()]


def test_that_a_sheet_is_printed_then_given_up(card, team):
    made, desk = card()
    assert "seraient perdues" in made.state.text()
    assert offered(made) == ["Imprimer…"]
    assert a11y.problems(made) == []
    made.print_button.click()
    assert isinstance(made.dialog, RecoverySheet)
    desk.settle()
    feuille_personnelle.preparer(team.psychologue)
    made.dialog.reject()
    desk.settle()
    assert "pas encore prouvée" in made.state.text()
    assert offered(made) == ["Renouveler…", "Retirer la feuille…"]
    made.withdraw_button.click()
    made.dialog.accept_button.click()
    desk.settle()
    assert offered(made) == ["Imprimer…"]


def test_that_a_lost_passphrase_asks_for_the_code_before_all(card, team):
    feuille_personnelle.preparer(team.psychologue)
    who = team.psychologue.membre.id
    secours.donner_phrase(team.medecin, who, "une autre phrase bien longue")
    team.offices[Role.PSYCHOLOGUE] = unlock.as_member(
        team.medecin, who, "une autre phrase bien longue"
    )
    made, desk = card()
    assert offered(made) == ["Rouvrir mes notes…", "Retirer la feuille…"]
    made.reopen_button.click()
    assert isinstance(made.dialog, OwnCode)
    made.dialog.reject()
    desk.settle()


def test_that_who_writes_no_personal_note_has_none(show, team, theme):
    for role, there in ((Role.SECRETARIAT, False), (Role.MEDECIN, True)):
        made = OwnSheetCard(make_desk(team, theme, role).context)
        show(boxed(column(made)), 420, 320)
        assert made.isVisible() is there
