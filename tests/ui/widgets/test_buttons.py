"""A button says what it does, can be hit, and is elided rather than cut."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from tests.ui.a11y import name_of


def pixel(button, x, y):
    return button.grab().toImage().pixelColor(x, y)


@pytest.mark.parametrize("kind", ["normal", "primary", "danger", "ghost", "link"])
def test_that_a_button_answers_the_mouse_and_the_keyboard(show, qtbot, kind):
    clicks = []
    button = show(Button("Terminer la séance", kind, "check"), 300)
    button.clicked.connect(lambda: clicks.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert clicks == [True, True]
    assert name_of(button) == "Terminer la séance"
    assert button.height() >= 24


def test_that_the_main_action_is_the_only_strong_one(show):
    strong = show(Button("Terminer", "primary"))
    normal = show(Button("Terminer"))
    assert pixel(strong, 8, 8) == look.colour("primary")
    assert pixel(normal, 8, 8) == look.colour("surface")


def test_that_a_shortcut_works_at_once_and_is_told(show, qtbot):
    clicks = []
    button = show(Button("Nouvelle séance", shortcut="Ctrl+N"))
    button.clicked.connect(lambda: clicks.append(True))
    qtbot.keyClick(button.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert clicks == [True]
    assert button.toolTip() == "Nouvelle séance (Ctrl+N)"


def test_that_a_button_turned_off_ignores_its_shortcut(show, qtbot):
    clicks = []
    button = show(Button("Nouvelle séance", shortcut="Ctrl+N"))
    button.clicked.connect(lambda: clicks.append(True))
    button.setEnabled(False)
    qtbot.keyClick(button.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert clicks == []


def test_that_a_tip_is_told_with_the_keys(show):
    assert Button("Ouvrir", tip="Ouvrir le dossier").toolTip() == "Ouvrir le dossier"
    assert Button("Ouvrir").toolTip() == ""


def test_that_an_icon_alone_is_named_by_its_tip(show):
    button = show(IconButton("printer", "Imprimer le dossier", shortcut="Ctrl+P"))
    assert name_of(button) == "Imprimer le dossier"
    assert button.toolTip() == "Imprimer le dossier (Ctrl+P)"
    assert button.sizeHint().width() == button.sizeHint().height() >= 24


def test_that_checking_moves_nothing(show):
    button = show(Button("Absente excusée", "segment"))
    button.setCheckable(True)
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before
    pads = 2 * look.control_px(button.skin.pad)
    assert before.width() >= button.fontMetrics().horizontalAdvance(button.text()) + pads


def test_that_a_narrow_button_keeps_its_height(show):
    button = show(Button("Préparer la facturation de tous les forfaits"), 120)
    assert button.minimumSizeHint().width() <= 200
    assert button.toolTip() == "Préparer la facturation de tous les forfaits"
    assert show(Button("Terminer la séance"), 300).toolTip() == ""
    assert button.sizeHint().height() == look.control_px(36)


def test_that_a_button_grows_with_the_text(theme, show):
    button = show(Button("Terminer", "primary"))
    before = button.sizeHint()
    theme.choose("clair", 150)
    assert button.sizeHint().height() == 50
    assert button.sizeHint().width() > before.width()


def test_that_an_icon_can_be_changed(show):
    button = show(Button("Afficher", icon="eye"))
    before = button.grab().toImage()
    button.set_icon("eye-off")
    assert button.grab().toImage() != before


def test_that_the_icon_may_come_last(show):
    first = show(Button("Suivant", "primary", "chevron-right")).grab().toImage()
    last = show(Button("Suivant", "primary", "chevron-right", trailing=True)).grab().toImage()
    assert first != last


def test_that_a_tip_never_repeats_former_words(show):
    button = show(Button("Patient suivant : LÉGENDE", shortcut="Ctrl+Right"), 300)
    button.setText("Patient suivant : S. L.")
    assert button.toolTip().startswith("Patient suivant : S. L. (")
