"""While something is made, nothing else can be asked."""

from microstructure_desktop.services.mise_a_jour import Editeur
from microstructure_desktop.services.mise_a_jour_refus import UpdateNotNewer
from microstructure_desktop.ui.pages.a_propos.update_card import MAKING, UpdateCard


def test_that_it_waits_then_says_what_went_wrong(theme, show):
    card = show(UpdateCard(may_update=True), 700, 400)
    card.show_start(Editeur("Nous", "00" * 32, "0000"))
    card.show_busy(MAKING)
    assert card.progress.text() == MAKING
    assert not card.choose_button.isEnabled()
    card.refuse(UpdateNotNewer())
    assert card.problem.title() == "Cette version est déjà installée."
    assert card.progress.text() == ""
    assert card.choose_button.isEnabled()
