"""The cabinet's key: none yet, or its eight groups and what to hand over."""

import pytest

from microstructure_desktop.services import enrolement
from microstructure_desktop.ui.pages.echanges.key_card import KeyCard
from tests.services.conventions import coded, enrolled
from tests.ui import a11y


def test_that_there_is_none_before_the_convention(team, theme, show):
    coded(team.medecin)
    card = show(KeyCard(may_write=True), 700, 250)
    card.show_state(enrolement.etat(team.medecin))
    assert not card.file_button.isVisible()
    assert "Une fois la convention confirmée" in card.said.text()


def test_that_its_eight_groups_are_shown_whole(qtbot, team, theme, show):
    card = show(KeyCard(may_write=True), 700, 250)
    etat = enrolled(team.medecin)
    card.show_state(etat)
    assert etat.cle is not None
    assert card.groups.text() == etat.cle.empreinte
    asked = {
        card.file_button: card.file_asked,
        card.sheet_button: card.sheet_asked,
        card.renew_button: card.renew_asked,
    }
    for button, signal in asked.items():
        with qtbot.waitSignal(signal):
            button.click()
    assert a11y.problems(card) == []


@pytest.mark.parametrize("may_write", [True, False])
def test_that_who_only_reads_hands_nothing_over(team, theme, show, may_write):
    card = show(KeyCard(may_write=may_write), 700, 250)
    card.show_state(enrolled(team.medecin))
    assert card.groups.isVisible()
    assert card.file_button.isVisible() is may_write
