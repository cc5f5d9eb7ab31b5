"""The window proposes a sheet at the first opening, rescues, and starts afresh on a new key."""

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import sauvegardes, secours, unlock
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
    qtbot, desktop, team, code, restarts, monkeypatch
):
    rescued(qtbot, desktop, team, code)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: True)
    QGuiApplication.clipboard().setText("une note")
    worker = desktop.worker
    worker.drain()
    worker.run(unlock.close)
    worker.drain()
    desktop.window.context.events.store_replaced.emit()
    assert restarts == [team.home]
    assert desktop.worker is None
    assert QGuiApplication.clipboard().text() == ""


def settled(qtbot, desktop):
    qtbot.waitUntil(lambda: not desktop._gate.busy, timeout=15_000)


def test_that_a_backup_comes_back_with_the_sheet_alone(qtbot, team, theme, restarts, taper):
    code = secours.preparer(team.medecin).code
    team.patient("Légende", "Sophie")
    sauvegardes.sauvegarder(team.medecin)
    team.patient("Autre", "Luc")
    unlock.close(team.medecin)
    desktop = Desktop(team.home, theme, restarts.append, cost=team.medecin.cost)
    desktop.start()
    desktop.window.restore_button.click()
    page = desktop.window
    settled(qtbot, desktop)
    page.secret.way.set_value("feuille")
    page.secret.way.changed.emit("feuille")
    taper(page.secret.code, " ".join(recovery_code.groups(code)))
    page.see_button.click()
    settled(qtbot, desktop)
    assert page.step() == 1
    taper(page.word_edit, "restaurer")
    page.restore_button.click()
    settled(qtbot, desktop)
    assert "relue et vérifiée" in page.problem.title()
    page.open_button.click()
    assert isinstance(desktop.window, UnlockPage)
    rescued(qtbot, desktop, team, code)
    with desktop.worker._office.store.read() as work:
        assert [p.nom for p in work.patients.all()] == ["Légende"]
    desktop.finish()
    desktop.window.deleteLater()


def test_that_one_starts_afresh_without_key_file_nor_backup(qtbot, team, theme, restarts, taper):
    unlock.close(team.medecin)
    for path in team.home.coffre.glob("trousseau.json*"):
        path.unlink()
    desktop = Desktop(team.home, theme, restarts.append, cost=team.medecin.cost)
    desktop.start()
    page = desktop.window
    page.afresh_button.click()
    taper(page.dialog.word_edit, "repartir")
    page.dialog.accept_button.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, FirstStart), timeout=10_000)
    assert "coffre.mis-de-cote-" in desktop.window.problem.title()
    (aside,) = team.home.root.glob("coffre.mis-de-cote-*")
    assert (aside / "store.db").is_file()
    desktop.finish()
    desktop.window.deleteLater()


def test_that_afresh_leads_to_the_first_start_which_says_where_the_former_is(qtbot, desktop, taper):
    page = at_rescue(desktop)
    page.afresh_button.click()
    taper(page.dialog.word_edit, "repartir")
    page.dialog.accept_button.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, FirstStart), timeout=10_000)
    assert desktop.window.problem.isVisible()
    assert "coffre.mis-de-cote-" in desktop.window.problem.title()
