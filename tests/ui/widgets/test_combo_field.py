"""One choice among many, by its code; the wheel never changes it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui.widgets.combo_field import ComboField

PLACES = (("CABINET", "Au cabinet"), ("TELEPHONE", "Téléphone"), ("DOMICILE", "À domicile"))


@pytest.fixture
def combo(show) -> ComboField:
    made = ComboField(PLACES)
    made.told = []
    made.changed.connect(made.told.append)
    return show(made, 200)


def test_that_it_shows_nothing_until_told(combo):
    assert combo.value() == ""
    assert combo.currentText() == ""


def test_that_a_code_is_shown_by_its_label_silently(combo):
    combo.set_value("TELEPHONE")
    assert (combo.value(), combo.currentText()) == ("TELEPHONE", "Téléphone")
    assert combo.told == []


def test_that_the_person_chooses_with_the_keyboard(combo, qtbot):
    combo.set_value("CABINET")
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.value() == "TELEPHONE"
    assert combo.told == ["TELEPHONE"]


def test_that_an_unknown_code_shows_nothing(combo):
    combo.set_value("CABINET")
    combo.set_value("AILLEURS")
    assert combo.value() == ""


def test_that_new_choices_keep_the_answer(combo):
    combo.set_value("DOMICILE")
    combo.set_choices((("DOMICILE", "Chez la personne"), ("VISIO", "Visioconsultation")))
    assert combo.currentText() == "Chez la personne"


def test_that_the_wheel_is_left_to_the_page(combo):
    combo.set_value("CABINET")
    combo.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert combo.value() == "CABINET"


def test_that_no_label_is_cut(theme, show):
    for percent in (100, 150):
        theme.choose("clair", percent)
        combo = show(ComboField(PLACES))
        longest = combo.fontMetrics().horizontalAdvance("Au cabinet")
        assert combo.sizeHint().width() > longest + 40
    assert ComboField(PLACES, chars=30).sizeHint().width() > combo.sizeHint().width()
    assert combo.minimumSizeHint().width() <= combo.sizeHint().width()


def test_that_the_list_opens_with_the_text_size(theme, show):
    theme.choose("clair", 150)
    combo = show(ComboField(PLACES))
    combo.showPopup()
    size = combo.view().font().pixelSize()
    combo.hidePopup()
    assert size == 22
