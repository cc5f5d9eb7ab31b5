"""A store is damaged overnight: with the keyboard alone, the cabinet comes back from a backup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import unlock
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.dialogs.closed_door import ClosedDoor
from microstructure_desktop.ui.dialogs.restore_page import RestorePage
from microstructure_desktop.ui.dialogs.unlock import UnlockPage
from microstructure_desktop.ui.shell import Shell
from tests.cabinet import PASSPHRASE

CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """One person before the program, until it is locked; then it starts again."""

    def __init__(self, team, theme, taper) -> None:
        self._team, self._theme, self._write = team, theme, taper
        self.started = []
        self.start()

    @property
    def window(self):
        return self.started[-1].window

    def start(self) -> None:
        cost, now = self._team.medecin.cost, self._team.clock
        made = Desktop(self._team.home, self._theme, lambda _home: None, cost=cost, now=now)
        self.started.append(made)
        made.start()
        self.settle()

    def settle(self) -> None:
        desktop = self.started[-1]
        for _ in range(30):
            for worker in filter(None, (desktop._gate, desktop.worker)):
                worker.drain()
            QApplication.processEvents()
        self.window.activateWindow()
        QApplication.processEvents()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def write(self, text, key=None) -> None:
        self._write(QApplication.focusWidget(), text)
        self.settle()
        if key is not None:
            self.press(key)


@pytest.fixture
def keyboard(team, theme, taper):
    team.patient()
    unlock.close(team.medecin)
    made = Keyboard(team, theme, taper)
    yield made
    for desktop in made.started:
        desktop.finish()
        desktop.window.deleteLater()


def test_that_a_damaged_store_comes_back_with_the_keyboard_alone(keyboard, team):
    keyboard.window.who.set_value(team[Role.MEDECIN].membre.id)
    keyboard.write(PASSPHRASE, Qt.Key.Key_Return)
    assert isinstance(keyboard.window, Shell)

    keyboard.press(Qt.Key.Key_K, CONTROL)
    keyboard.write("sauvegardes", Qt.Key.Key_Return)
    assert keyboard.window.context.navigator.current.name == "sauvegardes"
    keyboard.press(Qt.Key.Key_Space)
    assert "faite, relue et vérifiée" in keyboard.window.toast.message.text()
    keyboard.press(Qt.Key.Key_L, CONTROL)

    database = team.home.coffre / "store.db"
    content = bytearray(database.read_bytes())
    content[4096 * 3 + 100] ^= 1
    database.write_bytes(content)

    keyboard.start()
    keyboard.write(PASSPHRASE, Qt.Key.Key_Return)
    assert isinstance(keyboard.window, ClosedDoor)
    assert "abîmé" in keyboard.window.problem.title()
    keyboard.press(Qt.Key.Key_Space)
    assert isinstance(keyboard.window, RestorePage)
    keyboard.write(PASSPHRASE, Qt.Key.Key_Return)
    keyboard.write("restaurer", Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Space)
    assert isinstance(keyboard.window, UnlockPage)
    assert "remise en place" in keyboard.window.problem.title()

    keyboard.write(PASSPHRASE, Qt.Key.Key_Return)
    assert isinstance(keyboard.window, Shell)
    office = keyboard.started[-1].worker._office
    with office.store.read() as work:
        assert [p.nom for p in work.patients.all()] == ["Légende"]
    assert len(list(team.home.root.glob("coffre.avant-restauration-*"))) == 1
