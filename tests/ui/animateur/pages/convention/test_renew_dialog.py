"""Other keys: the passphrase, a place for the backup, and its own passphrase."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.exchange.errors import WrongPassphraseOfKeys
from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.animateur.pages.convention.renew_dialog import RenewDialog
from tests.ui import a11y

PHRASE, COFFRE = "une phrase de chaque jour", "celle qui dort au coffre"


def test_that_it_asks_once_all_is_right(show, qtbot, tmp_path):
    dialog = RenewDialog(show(QWidget(), 600, 400))
    dialog.open()
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.renew_button.click()
    assert dialog.field.error_text == "Entrez votre phrase de passe."
    assert a11y.problems(dialog) == []
    dialog.phrase.edit.setText(PHRASE)
    dialog.backup.place.set_path(tmp_path / "b.age")
    dialog.backup.secret.phrase.edit.setText(COFFRE)
    dialog.backup.secret.again.edit.setText(COFFRE)
    with qtbot.waitSignal(dialog.asked) as told:
        dialog.renew_button.click()
    assert told.args == [Secrets(PHRASE, tmp_path / "b.age", COFFRE)]
    dialog.refuse(WrongPassphraseOfKeys())
    assert WrongPassphraseOfKeys.sentence in dialog.field.error_text
    assert dialog.isVisible()
    dialog.close_done()
    assert dialog.phrase.text() == ""
    assert not dialog.isVisible()
