"""The card leads to the import, for those who may."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui.pages.reglages.reprise_card import RepriseCard
from tests.ui.a11y import problems


def test_that_its_button_asks(show, qtbot):
    card = show(RepriseCard(may_import=True), 300, 160)
    with qtbot.waitSignal(card.asked):
        qtbot.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    assert problems(card) == []


def test_that_it_is_not_shown_to_the_others():
    assert RepriseCard(may_import=False).isHidden()
