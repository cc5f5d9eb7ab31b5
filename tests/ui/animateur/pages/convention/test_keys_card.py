"""The animator's own key, in large."""

from microstructure_desktop.ui.animateur.pages.convention.keys_card import KeysCard
from tests.ui import a11y


def test_that_other_keys_may_be_asked_for(show, qtbot):
    card = show(KeysCard(), 900)
    card.groups.show_groups("3F2A 91C0")
    with qtbot.waitSignal(card.renew_asked):
        card.renew_button.click()
    assert card.groups.text() == "3F2A 91C0"
    assert a11y.problems(card) == []
