"""The unlock page: an empty, a wrong and the right passphrase, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.errors import WrongPassphraseOfKeys
from microstructure_desktop.ui.animateur.gate.unlock import Unlock
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.worker import Worker
from tests.ui import a11y


def opener(phrase):
    if phrase != "bonne":
        raise WrongPassphraseOfKeys
    return "le bureau"


@pytest.fixture
def page(show):
    worker = Worker(None, frozenset, Events())
    made = show(Unlock(opener, worker), 900, 700)
    made.worker = worker
    yield made
    worker.drain()


def test_that_an_empty_one_is_said_at_the_field(page):
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    assert page.field.error_text == "Entrez votre phrase de passe."
    assert a11y.problems(page) == []


def test_that_a_wrong_one_may_be_typed_again_at_once(page, qtbot):
    page.passphrase.edit.setText("fausse")
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.problem.title() == WrongPassphraseOfKeys.sentence)
    assert page.unlock_button.isEnabled()
    assert page.passphrase.edit.hasFocus()
    assert page.passphrase.edit.selectedText() == "fausse"
    assert issubclass(WrongPassphraseOfKeys, AppError)


def test_that_the_right_one_opens_and_is_wiped(page, qtbot):
    page.passphrase.edit.setText("bonne")
    with qtbot.waitSignal(page.unlocked) as told:
        page.unlock_button.click()
    assert told.args == ["le bureau"]
    assert page.passphrase.text() == ""
