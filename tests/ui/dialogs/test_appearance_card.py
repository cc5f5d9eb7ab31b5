"""What this computer remembers is chosen on one card."""

from microstructure_desktop.settings import BOUNDS, THEMES, Settings
from microstructure_desktop.ui.dialogs import appearance_card
from microstructure_desktop.ui.dialogs.appearance_card import AppearanceCard


def test_that_every_choice_offered_can_be_saved():
    assert {code for code, _ in appearance_card.THEMES} == set(THEMES)
    for name, choices in (
        ("echelle", appearance_card.SIZES),
        ("verrouillage_minutes", appearance_card.DELAYS),
    ):
        low, high = BOUNDS[name]
        assert all(low <= int(code) <= high for code, _ in choices)


def test_that_a_choice_tells_the_whole_settings(qtbot):
    card = AppearanceCard(Settings("clair", 112, 5, "membre"))
    qtbot.addWidget(card)
    assert (card.theme.value(), card.text_size.value(), card.delay.value()) == ("clair", "112", "5")
    card.text_size.set_value("150")
    with qtbot.waitSignal(card.changed) as told:
        card.text_size.changed.emit("150")
    assert told.args[0] == Settings("clair", 150, 5, "membre")


def test_that_what_a_lock_does_is_said_by_who_shows_it(show):
    card = show(AppearanceCard(Settings(), lock_hint="Elle sera redemandée."))
    assert card.delay.accessibleDescription() == "Elle sera redemandée."
