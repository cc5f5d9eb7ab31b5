"""From the first start to the window, its lock, and the unlock page of the next time."""

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from microstructure_desktop.paths import Home
from microstructure_desktop.ui.animateur.desktop import Desktop
from microstructure_desktop.ui.animateur.gate.first_start import BACKUP, FirstStart
from microstructure_desktop.ui.animateur.gate.unlock import Unlock
from microstructure_desktop.ui.animateur.shell import Shell
from microstructure_desktop.ui.session_watch import SessionWatch
from tests.animateur.cases import JOUR

PHRASE, COFFRE = "une phrase de chaque jour", "celle qui dort au coffre"


@pytest.fixture
def started(tmp_path, theme, qtbot):
    made = []

    def start():
        restarts = []
        desktop = Desktop(Home(tmp_path / "a"), theme, restarts.append, lambda: JOUR)
        desktop.restarts = restarts
        desktop.start()
        made.append(desktop)
        return desktop

    yield start
    for desktop in made:
        desktop.finish()
        desktop.window.close()


def settle(desktop):
    for _ in range(50):
        for worker in (desktop._gate, desktop.worker):
            if worker is not None:
                worker.drain()
        QApplication.processEvents()


def fill(page, place):
    page.new_button.click()
    page.who.nom.setText("RAMIP Occitanie")
    page.who.contact.setText("05 61 00 00 00")
    page.nexts[0].click()
    page.secret.phrase.edit.setText(PHRASE)
    page.secret.again.edit.setText(PHRASE)
    page.nexts[1].click()
    page.backup.place.set_path(place)
    page.backup.secret.phrase.edit.setText(COFFRE)
    page.backup.secret.again.edit.setText(COFFRE)


def test_that_a_first_start_leads_to_the_window_and_a_lock_out_of_it(
    started, tmp_path, monkeypatch
):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: True)
    desktop = started()
    page = desktop.window
    assert isinstance(page, FirstStart)
    fill(page, tmp_path / "coffre.age")
    assert page.step() == BACKUP
    page.create_button.click()
    settle(desktop)
    assert isinstance(desktop.window, Shell)
    assert desktop.window.sidebar.button("reception").isChecked()
    assert (tmp_path / "coffre.age").exists()
    QGuiApplication.clipboard().setText("une structure")
    desktop.window.findChild(SessionWatch).left.emit()  # the computer was locked
    settle(desktop)
    assert desktop.worker is None
    assert QGuiApplication.clipboard().text() == ""
    assert desktop.restarts == [Home(tmp_path / "a")]
    again = started()
    assert isinstance(again.window, Unlock)
    again.window.passphrase.edit.setText(PHRASE)
    again.window.unlock_button.click()
    settle(again)
    assert isinstance(again.window, Shell)
