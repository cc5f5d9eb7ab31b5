"""The window proposes a sheet at the first opening, rescues, and starts afresh on a new key."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import secours, unlock
from microstructure_desktop.store import recovery_code
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.dialogs.first_start import FirstStart
from microstructure_desktop.ui.dialogs.recovery_sheet import RecoverySheet
from microstructure_desktop.ui.dialogs.rescue_page import RescuePage
from microstructure_desktop.ui.dialogs.unlock import UnlockPage
from microstructure_desktop.ui.shell import Shell

NEW = "une autre phrase bien longue"


@pytest.fixture
def code(team):
    made = secours.preparer(team.medecin).code
    unlock.close(team.medecin)
    return made


@pytest.fixture
def restarts():
    return []


@pytest.fixture
def desktop(team, theme, code, restarts):
    made = Desktop(team.home, theme, restarts.append, cost=team.medecin.cost)
    made.start()
    yield made
    made.finish()
    made.window.deleteLater()


def at_rescue(desktop):
    desktop.window.forgotten_button.click()
    assert isinstance(desktop.window, RescuePage)
    return desktop.window


def rescued(qtbot, desktop, team, code):
    page = at_rescue(desktop)
    page.sheet_button.click()
    page.code.setText(" ".join(recovery_code.groups(code)))
    page.code_next.click()
    qtbot.waitUntil(lambda: page.step() == 2, timeout=10_000)
    page.who.set_value(team.medecin.membre.id)
    for editor in (page.new, page.again):
        editor.edit.setText(NEW)
    page.open_button.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, Shell), timeout=10_000)


def test_that_the_forgotten_passphrase_leads_there_and_back(desktop):
    at_rescue(desktop).back_button.click()
    assert isinstance(desktop.window, UnlockPage)


def test_that_the_sheet_opens_and_another_is_proposed(qtbot, desktop, team, code):
    rescued(qtbot, desktop, team, code)
    page = desktop.window.page
    qtbot.waitUntil(lambda: isinstance(getattr(page(), "dialog", None), RecoverySheet))
    assert desktop.window.context.membre.role is Role.MEDECIN
    page().dialog.later_button.click()


def test_that_the_process_is_replaced_once_another_store_is_in_place(
    qtbot, desktop, team, code, restarts
):
    rescued(qtbot, desktop, team, code)
    worker = desktop.worker
    worker.drain()
    worker.run(unlock.close)
    worker.drain()
    desktop.window.context.events.store_replaced.emit()
    assert restarts == [team.home]
    assert desktop.worker is None


def test_that_afresh_leads_to_the_first_start_which_says_where_the_former_is(qtbot, desktop, taper):
    page = at_rescue(desktop)
    page.afresh_button.click()
    taper(page.dialog.word_edit, "repartir")
    page.dialog.accept_button.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, FirstStart), timeout=10_000)
    assert desktop.window.problem.isVisible()
    assert "coffre.mis-de-cote-" in desktop.window.problem.title()
