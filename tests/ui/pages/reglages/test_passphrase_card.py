"""A passphrase is changed only when the new one is typed twice alike."""

import pytest

from microstructure_desktop.ui.pages.reglages.passphrase_card import PassphraseCard


def typed(qtbot, taper, old, new, again):
    card = PassphraseCard()
    qtbot.addWidget(card)
    for field, text in ((card.old, old), (card.new, new), (card.again, again)):
        taper(field.edit, text)
    return card


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("", "une suite de mots", "une suite de mots", "old_field"),
        ("ancienne", "court", "court", "new_field"),
        ("ancienne", "une suite de mots", "une autre suite", "again_field"),
    ],
)
def test_that_each_fault_is_said_at_its_field(qtbot, taper, old, new, again, field):
    card = typed(qtbot, taper, old, new, again)
    with qtbot.assertNotEmitted(card.change_asked):
        card.change_button.click()
    wrong = [n for n in ("old_field", "new_field", "again_field") if getattr(card, n).error_text]
    assert wrong == [field]


def test_that_a_good_change_is_asked_for_once(qtbot, taper):
    card = typed(qtbot, taper, "ancienne", "une suite de mots", "une suite de mots")
    with qtbot.waitSignal(card.change_asked) as asked:
        card.change_button.click()
    assert asked.args == ["ancienne", "une suite de mots"]
    assert not card.change_button.isEnabled()
    card.accept_change()
    assert card.new.text() == ""
    assert card.change_button.isEnabled()
