"""The unlock page: a wrong passphrase costs a sentence, the right one opens."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services import unlock
from microstructure_desktop.store.failures import StoreBusy, StoreDamaged
from microstructure_desktop.ui.dialogs.unlock import TRIES, WRONG, UnlockPage
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.worker import Worker
from tests.cabinet import PASSPHRASE
from tests.ui import a11y


@pytest.fixture
def closed(team):
    """The same cabinet, its store closed."""
    unlock.close(team.medecin)
    return team


@pytest.fixture
def page(qtbot, closed):
    cost = closed.medecin.cost
    worker = Worker(None, frozenset, Events())
    door = unlock.door(closed.home)

    def open_cabinet(who, secret):
        return unlock.open_cabinet(closed.home, MembreId(who), secret, cost=cost)

    accounts = [(a.id, a.nom) for a in door.accounts]
    remembered = closed.psychologue.membre.id
    made = UnlockPage(door.cabinet, accounts, remembered, open_cabinet, worker)
    qtbot.addWidget(made)
    made.show()
    yield made
    worker.drain()


def test_that_the_last_person_is_proposed_and_enter_opens(qtbot, page, taper, closed):
    assert page.who.value() == closed.psychologue.membre.id
    taper(page.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(page.unlocked, timeout=10_000) as opened:
        qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    office = opened.args[0]
    assert office.membre.role is Role.PSYCHOLOGUE
    assert page.passphrase.text() == ""
    unlock.close(office)


def test_that_a_wrong_passphrase_is_said_kept_and_selected(qtbot, page, taper):
    taper(page.passphrase.edit, "autre chose")
    page.unlock_button.click()
    qtbot.waitUntil(lambda: page.passphrase_field.error_text == WRONG)
    assert page.passphrase.edit.selectedText() or page.passphrase.text() == "autre chose"
    assert "Encore 4 essais" in page.tries.text()
    assert page.unlock_button.isEnabled()


def test_that_after_five_wrong_tries_there_is_a_pause(qtbot, page, taper):
    taper(page.passphrase.edit, "autre chose")
    for left in range(TRIES - 1, -1, -1):
        page.unlock_button.click()
        qtbot.waitUntil(lambda left=left: page._left == left)
    assert "Pause d’une minute" in page.tries.text()
    assert not page.unlock_button.isEnabled()
    page._pause.timeout.emit()
    assert page.unlock_button.isEnabled()


def test_that_an_empty_passphrase_is_not_tried(page):
    page.unlock_button.click()
    assert page.passphrase_field.error_text == "Entrez votre phrase de passe."
    assert page._left == TRIES


def test_that_a_store_open_elsewhere_is_said_and_can_be_retried(qtbot, page, taper, closed):
    other = unlock.open_cabinet(
        closed.home, closed.medecin.membre.id, PASSPHRASE, cost=closed.medecin.cost
    )
    taper(page.passphrase.edit, PASSPHRASE)
    page.unlock_button.click()
    qtbot.waitUntil(lambda: page.problem.title() == StoreBusy.sentence, timeout=15_000)
    unlock.close(other)
    with qtbot.waitSignal(page.unlocked, timeout=10_000) as opened:
        page.unlock_button.click()
    unlock.close(opened.args[0])


def test_that_everything_on_it_has_a_name(page):
    assert a11y.problems(page) == []


def test_that_a_forgotten_passphrase_is_said_for_the_account_on_screen(qtbot, page, closed):
    with qtbot.waitSignal(page.forgotten) as told:
        page.forgotten_button.click()
    assert told.args == [closed.psychologue.membre.id]


def test_that_a_backup_can_be_restored_from_here(qtbot, page):
    with qtbot.waitSignal(page.restore_requested):
        page.restore_button.click()


def test_that_what_keeps_it_closed_is_told_to_whoever_shows_the_page(qtbot, page, taper, closed):
    database = closed.home.coffre / "store.db"
    database.write_bytes(database.read_bytes()[:-4096])
    taper(page.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(page.refused, timeout=10_000) as told:
        page.unlock_button.click()
    assert isinstance(told.args[0], StoreDamaged)
    assert page.problem.title() == told.args[0].sentence
