"""The last step asks for a phrase long enough, and says how it was handed over."""

from microstructure_desktop.domain.demande import Remise
from microstructure_desktop.ui.pages.demandes.hand_over_part import HandOverPart
from tests.ui import a11y


def test_that_a_stick_asks_for_a_long_phrase(show, qtbot):
    part = show(HandOverPart(), 1100, 800)
    part.show_summary(["21 textes."])
    assert a11y.problems(part) == []
    part.phrase.edit.setText("courte")
    with qtbot.assertNotEmitted(part.sealed_asked):
        part.seal_button.click()
    assert part.phrase_field.error_text
    part.phrase.edit.setText("cinq mots pour la clé bleue")
    with qtbot.waitSignal(part.sealed_asked) as asked:
        part.seal_button.click()
    assert asked.args == ["cinq mots pour la clé bleue"]
    part.forget()
    assert part.phrase.text() == ""


def test_that_handing_over_says_how(show, qtbot):
    part = show(HandOverPart(), 1100, 800)
    part.how.set_value("courrier")
    part.word.setText(" recommandé ")
    with qtbot.waitSignal(part.handed_over) as told:
        part.done_button.click()
    assert told.args == [Remise.COURRIER, "recommandé"]
    for button, signal in (
        (part.preview_button, part.preview_asked),
        (part.data_button, part.data_asked),
    ):
        with qtbot.waitSignal(signal):
            button.click()
