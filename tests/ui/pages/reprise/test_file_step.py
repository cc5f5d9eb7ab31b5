"""The first step says what the file must hold, and asks for it."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui.pages.reprise.file_step import FileStep


def test_that_one_button_asks_for_a_file_and_waits_while_it_is_read(show, qtbot):
    step = show(FileStep(), 900, 500)
    with qtbot.waitSignal(step.choose_asked):
        qtbot.mouseClick(step.choose_button, Qt.MouseButton.LeftButton)
    step.set_busy(busy=True)
    assert not step.choose_button.isEnabled()
    step.set_busy(busy=False)
    assert step.choose_button.isEnabled()
    assert step.choose_button.text() == "Choisir un fichier…"
