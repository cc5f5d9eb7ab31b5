"""A dialog never names anybody in its title, and answers by a signal."""

from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems


def test_that_a_question_is_opened_and_answered(show, qtbot):
    window = show(Paragraph("Page"), 800, 600)
    dialog = DialogFrame(window, "info", "info", "Séance de DELMAS", "Elle est en brouillon.")
    yes = dialog.add_button("Reprendre", "primary", accepts=True)
    dialog.add_button("Plus tard", accepts=False)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.windowTitle() == "Microstructure"
    assert dialog.accessibleName() == "Séance de DELMAS"
    assert problems(dialog) == []
    with qtbot.waitSignal(dialog.accepted):
        yes.click()


def test_that_escape_refuses(show, qtbot):
    window = show(Paragraph("Page"), 800, 600)
    dialog = DialogFrame(window, "info", "info", "Question", "Texte")
    no = dialog.add_button("Annuler", accepts=False)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        no.click()


def test_that_it_is_as_high_as_its_words(show, qtbot):
    window = show(Paragraph("Page"), 800, 600)
    heights = []
    for text in ("Court.", "Long. " * 80):
        dialog = DialogFrame(window, "info", "info", "Question", text)
        dialog.add_button("Annuler", accepts=False)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        words = dialog.findChildren(Paragraph)[1]
        heights.append(words.height() - words.heightForWidth(words.width()))
        dialog.reject()
    assert heights == [0, 0]
    assert dialog.height() < 600


def test_that_its_answers_stay_on_a_screen_that_is_too_low_for_its_words(show, qtbot):
    window = show(Paragraph("Page"), 800, 600)
    dialog = DialogFrame(window, "info", "info", "Question", "Très long. " * 1_000)
    no = dialog.add_button("Annuler", accepts=False)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    room = dialog.screen().availableGeometry().height()
    assert room - 100 < dialog.height() < room
    assert no.visibleRegion().boundingRect().size() == no.size()
    dialog.grow()
    assert dialog.height() < room
