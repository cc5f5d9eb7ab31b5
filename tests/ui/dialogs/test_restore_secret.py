"""A backup opens with an account of its time, or with the recovery sheet."""

from microstructure_desktop.services.secret_sauvegarde import Code, Phrase
from microstructure_desktop.store.backup_failures import BackupUnreadable
from microstructure_desktop.store.failures import WrongPassphrase, WrongRecoveryCode
from microstructure_desktop.ui.dialogs.restore_secret import SecretFields
from tests.ui import a11y

ACCOUNTS = [("a", "Paul Exemple", "medecin"), ("b", "Claire Modèle", "psychologue")]


def test_that_what_is_missing_is_said_at_its_field(show, taper):
    fields = show(SecretFields(), 420)
    fields.set_accounts(ACCOUNTS)
    assert fields.secret() is None
    assert fields.passphrase_field.error_text == "Entrez la phrase de passe de ce compte."
    taper(fields.passphrase.edit, "des mots")
    assert fields.secret() == Phrase("a", "des mots")
    assert fields.passphrase_field.error_text == ""
    fields.way.part("feuille").click()
    assert fields.secret() is None
    taper(fields.code, "ABCDE")
    assert fields.secret() == Code("ABCDE")
    assert a11y.problems(fields) == []
    fields.forget()
    assert (fields.passphrase.text(), fields.code.text()) == ("", "")


def test_that_another_file_keeps_who_was_chosen(show):
    fields = show(SecretFields(), 420)
    fields.set_accounts(ACCOUNTS)
    fields.who.set_value("b")
    fields.set_accounts(ACCOUNTS[::-1])
    assert fields.who.value() == "b"
    fields.set_accounts(ACCOUNTS[:1])
    assert fields.who.value() == "a"


def test_that_only_what_is_about_the_secret_is_said_here(show):
    fields = show(SecretFields(), 420)
    assert fields.refuse(WrongPassphrase())
    assert fields.passphrase_field.error_text.startswith(WrongPassphrase.sentence)
    fields.way.part("feuille").click()
    assert fields.refuse(WrongRecoveryCode())
    assert fields.code_field.error_text.startswith(WrongRecoveryCode.sentence)
    assert not fields.refuse(BackupUnreadable())
