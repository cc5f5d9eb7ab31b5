"""A tick and a sentence; the whole of it answers."""

from PySide6.QtCore import QPoint, Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.themed import set_flag
from tests.ui.a11y import problems

LONG = "À discuter à la prochaine réunion de synthèse, avec l’accord de la personne suivie"


def test_that_the_sentence_ticks_too(show, qtbot):
    box = show(CheckBox(LONG), 300)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(280, 10))
    ticked = box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert ticked
    assert not box.isChecked()


def test_that_a_long_sentence_wraps(show):
    box = show(CheckBox(LONG))
    assert box.heightForWidth(200) > box.heightForWidth(900) >= 28
    assert box.minimumSizeHint().width() < 200


def test_that_the_tick_is_seen(show):
    box = show(CheckBox("Oui"), 200)
    blank = box.grab().toImage().pixelColor(8, box.height() // 2 - 6)
    box.setChecked(True)
    assert blank == look.colour("surface")
    assert box.grab().toImage().pixelColor(8, box.height() // 2 - 6) == look.colour("primary")


def test_that_an_error_is_seen(show):
    box = show(CheckBox("J’ai imprimé la fiche"), 200)
    before = box.grab().toImage()
    set_flag(box, "bad", True)
    assert box.grab().toImage() != before


def test_that_it_is_accessible_at_any_size(theme, show):
    for percent in (100, 150):
        theme.choose("clair", percent)
        box = show(CheckBox(LONG), 320, 90)
        assert problems(box.parentWidget() or box) == []
        assert box.sizeHint().height() >= 28


def test_that_it_looks_off_when_off(show):
    box = show(CheckBox("Oui"), 200)
    before = box.grab().toImage()
    box.setEnabled(False)
    assert box.grab().toImage() != before
