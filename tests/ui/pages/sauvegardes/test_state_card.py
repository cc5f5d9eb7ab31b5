"""One sentence, two buttons, and what went wrong beside them."""

from microstructure_desktop.services import sauvegardes
from microstructure_desktop.store.backup_failures import BackupNoRoom
from microstructure_desktop.ui.pages.sauvegardes.state_card import BUSY_AWAY, StateCard
from tests.ui import a11y


def test_that_it_is_calm_when_nothing_is_wrong_and_says_what_is(show, team):
    card = show(StateCard(may_save=True), 700, 360)
    card.show_state(sauvegardes.etat(team.medecin), team.clock())
    assert card.said.text() == "Il n’y a pas encore de sauvegarde sur cet ordinateur."
    assert "vol, un incendie" in card.away.text()
    card.show_busy(BUSY_AWAY)
    assert card.progress.text() == BUSY_AWAY
    assert not card.save_button.isEnabled()
    card.refuse(BackupNoRoom())
    assert card.problem.title() == BackupNoRoom.sentence
    assert card.save_button.isEnabled()
    assert card.progress.text() == ""
    assert a11y.problems(card) == []
    card.show_busy(BUSY_AWAY)
    assert card.problem.isHidden()
