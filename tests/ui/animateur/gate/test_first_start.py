"""The first start: five short screens, nothing lost when going back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.errors import RegisterAddress
from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.animateur.gate.first_start import (
    BACKUP,
    CHOICE,
    RESTORE,
    SECRET,
    WHO,
    FirstStart,
    Makers,
)
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.worker import Worker
from tests.ui import a11y

PHRASE, COFFRE = "une phrase de chaque jour", "celle qui dort au coffre"


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(show, asked, tmp_path):
    def create(secrets, projet, url):
        asked.append((secrets, projet, url))
        if url:
            raise RegisterAddress
        return "le bureau"

    def restore(secrets, url):
        asked.append((secrets, url))
        return "le bureau"

    worker = Worker(None, frozenset, Events())
    yield show(FirstStart(tmp_path, Makers(create, restore), worker), 1000, 900)
    worker.drain()


def to_backup(page):
    page.new_button.click()
    page.who.nom.setText("RAMIP")
    page.who.contact.setText("05 61 00 00 00")
    QTest.keyClick(page.who.contact, Qt.Key.Key_Return)
    page.secret.phrase.edit.setText(PHRASE)
    page.secret.again.edit.setText(PHRASE)
    QTest.keyClick(page.secret.again.edit, Qt.Key.Key_Return)


def to_the_end(page, tmp_path):
    page.backup.place.set_path(tmp_path / "coffre.age")
    page.backup.secret.phrase.edit.setText(COFFRE)
    page.backup.secret.again.edit.setText(COFFRE)
    QTest.keyClick(page.backup.secret.again.edit, Qt.Key.Key_Return)


def test_that_a_screen_is_left_only_when_it_is_right(page):
    assert page.step() == CHOICE
    page.new_button.click()
    page.nexts[0].click()
    assert page.step() == WHO
    assert page.who.nom.hasFocus()
    page.who.nom.setText("RAMIP")
    page.who.contact.setText("05")
    page.nexts[0].click()
    page.nexts[1].click()
    assert page.step() == SECRET
    page.backs[1].click()
    assert page.step() == WHO
    assert page.who.nom.text() == "RAMIP"
    assert a11y.problems(page) == []


def test_that_the_keys_are_made_with_what_was_typed(page, asked, qtbot, tmp_path):
    to_backup(page)
    assert page.step() == BACKUP
    with qtbot.waitSignal(page.opened):
        to_the_end(page, tmp_path)
    secrets = Secrets(PHRASE, tmp_path / "coffre.age", COFFRE)
    assert asked == [(secrets, Projet("OCC", "RAMIP", "05 61 00 00 00"), "")]
    assert page.secret.text() == page.backup.secret.text() == ""


def test_that_a_refusal_is_said_and_all_stays_typed(page, qtbot, tmp_path):
    page.register_field.edit.setText("ailleurs")
    to_backup(page)
    to_the_end(page, tmp_path)
    qtbot.waitUntil(lambda: page.problem.title() == RegisterAddress.sentence)
    assert page.create_button.isEnabled()
    assert page.backup.secret.text() == COFFRE


def test_that_keys_are_taken_back_from_the_safe(page, asked, qtbot, tmp_path):
    (tmp_path / "coffre.age").write_bytes(b"x")
    page.restore_button.click()
    assert page.step() == RESTORE
    form = page.restoring
    form.place.set_path(tmp_path / "coffre.age")
    form.former.edit.setText(COFFRE)
    form.secret.phrase.edit.setText(PHRASE)
    form.secret.again.edit.setText(PHRASE)
    with qtbot.waitSignal(page.opened):
        page.take_button.click()
    assert asked == [(Secrets(PHRASE, tmp_path / "coffre.age", COFFRE), "")]
    assert form.former.text() == ""
