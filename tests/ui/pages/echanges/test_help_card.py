"""The steps are told to everybody, and whose they are to who only reads."""

from microstructure_desktop.ui.pages.echanges import words
from microstructure_desktop.ui.pages.echanges.help_card import HelpCard
from microstructure_desktop.ui.widgets.labels import Paragraph


def test_that_each_step_is_told(theme, show):
    for may_write in (True, False):
        card = show(HelpCard(may_write=may_write), 300, 400)
        told = [p.text() for p in card.findChildren(Paragraph)]
        assert told[: len(words.STEPS)] == list(words.STEPS)
        assert (words.READER in told) is not may_write
