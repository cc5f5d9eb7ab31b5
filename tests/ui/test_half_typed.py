"""What stands in a dialog and is nowhere else."""

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.dialogs.restore_secret import SecretFields
from microstructure_desktop.ui.half_typed import half_typed


@pytest.fixture
def window(show):
    return show(QWidget(), 400, 300)


@pytest.fixture
def dialog(window):
    """A line already filled, one to fill, a passphrase, a text, one to read."""
    made = QDialog(window)
    made.setAccessibleName("Nouvel interlocuteur")
    body = QVBoxLayout(made)
    made.known, made.line, made.secret = QLineEdit("Martin"), QLineEdit(), QLineEdit()
    made.text, made.read = QTextEdit(), QTextEdit("à lire")
    made.secret.setEchoMode(QLineEdit.EchoMode.Password)
    made.read.setReadOnly(True)
    for part, name in (
        (made.known, "Nom"),
        (made.line, "Téléphone"),
        (made.secret, "Phrase de passe"),
        (made.text, "Note"),
        (made.read, "Ancienne note"),
    ):
        part.setAccessibleName(name)
        body.addWidget(part)
    made.show()
    return made


def test_that_nothing_typed_is_nothing(window, dialog):
    assert half_typed(window) is None


def test_that_only_what_a_hand_typed_is_kept_and_never_a_passphrase(window, dialog, taper):
    taper(dialog.line, "06 00 00 00 00")
    taper(dialog.secret, "sept mots")
    taper(dialog.text, "rappeler après midi")
    assert half_typed(window) == {
        "titre": "Nouvel interlocuteur",
        "textes": [["Téléphone", "06 00 00 00 00"], ["Note", "rappeler après midi"]],
    }


def test_that_a_passphrase_shown_or_a_code_is_never_kept(window, dialog, taper):
    shown, restore = PassphraseField("Phrase"), SecretFields()
    for part in (shown, restore):
        dialog.layout().addWidget(part)
    shown.show_button.click()
    restore.passphrase.show_button.click()
    for edit in (shown.edit, restore.passphrase.edit, restore.code):
        taper(edit, "sept mots")
    assert half_typed(window) is None


def test_that_a_dialog_closed_or_of_the_system_says_nothing(window, dialog, taper):
    taper(dialog.line, "06 00 00 00 00")
    dialog.hide()
    assert half_typed(window) is None
    files = QFileDialog(window)
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.show()
    taper(files.findChild(QLineEdit), "un nom")
    assert half_typed(window) is None
    files.close()
