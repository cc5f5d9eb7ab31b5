"""A new account is asked for once it is whole; its passphrase does not stay."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.store.failures import DiskFull
from microstructure_desktop.ui.pages.equipe.account_dialog import AccountDialog
from tests.ui import a11y

WORDS = "encore des mots à la suite"


@pytest.fixture
def dialog(show):
    made = AccountDialog(show(QWidget(), 900, 800))
    made.open()
    yield made
    made.reject()


def fill(dialog, taper):
    taper(dialog.form.prenom, "Zoé")
    taper(dialog.form.nom, "Esquisse")
    taper(dialog.form.passphrase.edit, WORDS)
    taper(dialog.form.again.edit, WORDS)


def test_that_an_incomplete_account_is_not_asked_for(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.create_button.click()
    assert dialog.form.fields["nom"].error_text
    assert dialog.isVisible()
    assert a11y.problems(dialog) == []


def test_that_it_is_asked_for_once(dialog, qtbot, taper):
    fill(dialog, taper)
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.form.entered.emit()
    assert (asked.args[0].nom, asked.args[1]) == ("Esquisse", WORDS)
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.form.entered.emit()


def test_that_a_refusal_can_be_tried_again(dialog, qtbot, taper):
    fill(dialog, taper)
    dialog.create_button.click()
    dialog.refuse(DiskFull())
    assert dialog.problem.isVisible()
    with qtbot.waitSignal(dialog.asked):
        dialog.create_button.click()


def test_that_the_passphrase_does_not_stay(dialog, taper):
    fill(dialog, taper)
    dialog.reject()
    assert dialog.form.secret() == ""
