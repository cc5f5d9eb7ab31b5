"""A toast tells what was done and how to undo it, then goes."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.toast import Toast


@pytest.fixture
def ground(show) -> QWidget:
    made = QWidget()
    made.undone = []
    made.toast = Toast(made)
    QVBoxLayout(made)
    return show(made, 800, 500)


def tell(ground: QWidget) -> Toast:
    ground.toast.show_notice("Rendez-vous supprimé", "Annuler", lambda: ground.undone.append(True))
    return ground.toast


def test_that_it_stands_at_the_bottom_in_the_middle(ground):
    toast = tell(ground)
    assert abs(toast.geometry().center().x() - 400) <= 1
    assert toast.geometry().bottom() < 500 - 20


def test_that_it_follows_the_window(ground):
    toast = tell(ground)
    ground.resize(600, 400)
    assert abs(toast.geometry().center().x() - 300) <= 1


def test_that_it_never_hides_the_buttons_that_end_a_form(ground):
    footer = FooterBar("Ctrl+Entrée termine")
    ground.layout().setContentsMargins(0, 0, 0, 0)
    ground.layout().addStretch(1)
    ground.layout().addWidget(footer)
    QApplication.processEvents()
    assert tell(ground).geometry().bottom() < footer.geometry().top()


@pytest.mark.parametrize("how", ["click", "key"])
def test_that_the_action_is_done_once(ground, qtbot, how):
    toast = tell(ground)
    if how == "click":
        qtbot.mouseClick(toast.action_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ground.undone == [True]
    assert toast.isHidden()


def test_that_it_goes_by_itself(ground, qtbot):
    toast = tell(ground)
    with qtbot.waitSignal(toast.closed):
        toast._timer.timeout.emit()
    assert toast.isHidden()
    assert ground.undone == []


def test_that_who_reads_is_not_hurried(ground):
    toast = tell(ground)
    running = toast._timer.isActive()
    here = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    stopped = not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert running
    assert stopped
    assert toast._timer.isActive()


def test_that_news_without_action_have_no_button(ground):
    ground.toast.show_notice("Enregistré", kind="info")
    assert ground.toast.action_button.isHidden()


def test_that_the_next_news_replace_the_first(ground, qtbot):
    tell(ground)
    ground.toast.show_notice("Export annulé", kind="danger")
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ground.toast.message.text() == "Export annulé"
    assert ground.undone == []


def test_that_it_never_takes_the_keyboard(ground):
    ground.setFocus()
    tell(ground)
    assert QApplication.focusWidget() is ground


def test_that_long_news_fit_in_the_window(ground):
    ground.toast.show_notice("Une nouvelle très longue. " * 20)
    assert ground.toast.width() <= 800 - 40


def test_that_the_keys_written_beside_are_left_to_somebody_else(ground, qtbot):
    toast, pressed = ground.toast, []
    toast.undo_pressed.connect(lambda: pressed.append(True))
    toast.show_notice("Annulé", "Rétablir", lambda: ground.undone.append(True), keys="Ctrl+Maj+Z")
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (ground.undone, pressed) == ([], [True])
    assert toast._keys.text() == "Ctrl+Maj+Z"
    toast.close_now()
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True, True]


def test_that_a_text_field_keeps_its_own_undo(ground, qtbot):
    tell(ground)
    edit = QLineEdit(ground)
    edit.show()
    edit.setFocus()
    qtbot.keyClicks(edit, "abc")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == ""
    assert ground.undone == []
