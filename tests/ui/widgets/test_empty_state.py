"""Nothing here: why, and the first step."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems


def words(state):
    return [part.text() for part in state.findChildren(Paragraph) if part.isVisible()]


def test_that_it_says_why_and_offers_a_step(show, qtbot):
    state = show(
        EmptyState("users", "Aucun patient", "Créez le premier dossier.", "Créer"), 400, 300
    )
    with qtbot.waitSignal(state.action_clicked):
        qtbot.mouseClick(state.action_button, Qt.MouseButton.LeftButton)
    assert words(state) == ["Aucun patient", "Créez le premier dossier."]
    assert problems(state) == []


def test_that_words_may_change_and_be_missing(show):
    state = show(EmptyState("search", "Aucun patient"), 400, 300)
    state.set_words("Aucun résultat pour « dupon »", action="Créer le dossier")
    assert words(state) == ["Aucun résultat pour « dupon »"]
    assert state.action_button.text() == "Créer le dossier"
    state.set_words("Aucun résultat")
    assert state.action_button.isHidden()


def test_that_another_way_may_be_offered_under_the_first(show, qtbot):
    state = show(EmptyState("users", "Aucun patient", action="Créer"), 400, 300)
    assert state.other_button.isHidden()
    state.set_words("Aucun patient", action="Créer", other="Reprendre une liste")
    with qtbot.waitSignal(state.other_clicked):
        qtbot.mouseClick(state.other_button, Qt.MouseButton.LeftButton)
    assert problems(state) == []
