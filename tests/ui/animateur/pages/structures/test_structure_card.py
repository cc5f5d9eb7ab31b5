"""One structure: what is known of it, and the end or the return of its enrolment."""

from dataclasses import replace

from microstructure_desktop.ui.animateur.pages.structures.structure_card import StructureCard
from tests.animateur.cases import MARS
from tests.ui import a11y

from .test_words import EACH, STRUCTURE


def test_that_it_ends_or_comes_back(show, qtbot):
    card = show(StructureCard(), 300, 420)
    card.show_structure(EACH)
    assert card.title.text() == "Cabinet"
    assert card.key.text() == "3F2A"
    assert not card.return_button.isVisible()
    with qtbot.waitSignal(card.end_asked):
        card.end_button.click()
    card.show_structure(replace(EACH, structure=replace(STRUCTURE, jusqua=MARS)))
    assert not card.end_button.isVisible()
    with qtbot.waitSignal(card.return_asked):
        card.return_button.click()
    assert a11y.problems(card) == []
