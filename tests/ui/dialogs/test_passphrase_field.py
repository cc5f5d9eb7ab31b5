"""A passphrase is hidden until somebody asks to see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from tests.ui import a11y


def test_that_it_is_hidden_then_shown_on_demand(qtbot, taper):
    field = PassphraseField("Phrase de passe")
    qtbot.addWidget(field)
    field.show()
    taper(field.edit, "été à la mer")
    assert field.text() == "été à la mer"
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    field.show_button.click()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    field.clear()
    assert field.text() == ""
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert a11y.problems(field) == []


def test_that_enter_is_told(qtbot):
    field = PassphraseField("Phrase de passe")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
