"""The way in and the way out: first start, unlocking, locking, coming back to the same place."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services import drafts, journal, restauration, sauvegardes, unlock
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.settings import load as load_settings
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.dialogs.closed_door import ClosedDoor
from microstructure_desktop.ui.dialogs.first_start import FirstStart
from microstructure_desktop.ui.dialogs.restore_end import RestoreEnd
from microstructure_desktop.ui.dialogs.restore_page import RestorePage
from microstructure_desktop.ui.dialogs.unlock import UnlockPage
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.session_watch import SessionWatch
from microstructure_desktop.ui.shell import Shell
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from tests.cabinet import PASSPHRASE
from tests.store.a_stick import plug_in


class Restarts(list):
    """Where the process would be replaced: the homes it was asked for."""

    def __call__(self, home):
        self.append(home)


@pytest.fixture
def restarts():
    return Restarts()


@pytest.fixture
def make(theme, restarts):
    """Start a desktop; all are finished and their windows closed after the test."""
    made = []

    def start(home, cost=None):
        desktop = Desktop(home, theme, restarts, cost=cost)
        made.append(desktop)
        desktop.start()
        return desktop

    yield start
    for desktop in made:
        desktop.finish()
        desktop.window.deleteLater()


@pytest.fixture
def closed(team):
    unlock.close(team.medecin)
    return team


@pytest.fixture
def opened(qtbot, closed, make):
    def unlocked(role=Role.PSYCHOLOGUE):
        return _unlocked(qtbot, closed, make, role)

    return unlocked


def _unlocked(qtbot, closed, make, role):
    desktop = make(closed.home, closed.medecin.cost)
    desktop.window.who.set_value(closed[role].membre.id)
    desktop.window.passphrase.edit.setText(PASSPHRASE)
    desktop.window.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, Shell), timeout=10_000)
    return desktop


def test_that_an_empty_folder_opens_on_the_first_start(home, make):
    desktop = make(home)
    assert isinstance(desktop.window, FirstStart)
    assert desktop.window.windowTitle() == "Microstructure"
    desktop.finish()
    assert not home.root.exists()


def test_that_a_cabinet_opens_on_the_unlock_page_then_on_accueil(
    qtbot, closed, restarts, make, opened
):
    desktop = opened()
    assert desktop.window.windowTitle() == "Microstructure"
    assert desktop.window.context.navigator.current == Route("accueil")
    assert desktop.window.context.membre.role is Role.PSYCHOLOGUE
    kept = load_settings(closed.home.settings_file)
    assert kept.dernier_membre == closed.psychologue.membre.id
    desktop.finish()


def test_that_what_was_sealed_leaves_while_the_window_is_open(opened):
    desktop = opened(Role.MEDECIN)
    sender = desktop._sender
    assert sender._timer.isActive()
    desktop.finish()
    assert not sender._timer.isActive()


def test_that_who_does_not_read_what_leaves_sends_nothing(opened):
    assert opened(Role.SECRETARIAT)._sender is None


def test_that_a_damaged_key_file_is_said_and_can_be_retried(qtbot, closed, restarts, make, opened):
    folder = closed.home.coffre
    saved = {p: p.read_bytes() for p in folder.glob("trousseau.json*")}
    for path in saved:
        path.write_bytes(b"abime")
    desktop = make(closed.home, closed.medecin.cost)
    assert isinstance(desktop.window, ClosedDoor)
    for path, content in saved.items():
        path.write_bytes(content)
    desktop.window.retry_button.click()
    assert isinstance(desktop.window, UnlockPage)
    desktop.finish()


def test_that_locking_closes_the_store_and_unlocking_returns_to_the_same_place(
    qtbot, closed, restarts, make, opened
):
    desktop = opened()
    desktop.window.context.navigator.go(Route("partage", mois="2026-10"))
    desktop.window.context.events.lock_requested.emit()
    assert restarts == [closed.home]
    assert desktop.worker is None
    again = opened()
    current = again.window.context.navigator
    qtbot.waitUntil(lambda: current.current == Route("partage", mois="2026-10"))
    again.finish()
    office = unlock.open_cabinet(
        closed.home, closed.psychologue.membre.id, PASSPHRASE, cost=closed.medecin.cost
    )
    assert drafts.mine(office) == ()
    unlock.close(office)


def test_that_leaving_the_computer_locks_and_empties_what_was_copied(
    qtbot, closed, restarts, opened, monkeypatch, tmp_path
):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: True)
    desktop = opened()
    qtbot.waitUntil(lambda: desktop.window.findChild(SessionWatch) is not None)
    QGuiApplication.clipboard().setText("une note")
    desktop.window.findChild(SessionWatch).left.emit()
    assert restarts == [closed.home]
    assert desktop.worker is None
    assert QGuiApplication.clipboard().text() == ""


def test_that_coming_in_and_locking_are_in_the_access_log(qtbot, closed, restarts, make, opened):
    desktop = opened()
    assert not desktop.window.sidebar.button("journal")._badge
    desktop.window.context.events.lock_requested.emit()
    office = unlock.open_cabinet(
        closed.home, closed.medecin.membre.id, PASSPHRASE, cost=closed.medecin.cost
    )
    lines = journal.read(office, Demande(membre=closed.psychologue.membre.id)).lignes
    # the first backup is made behind the first page, or at the lock when that is sooner
    assert {x.acces.action for x in lines[:3]} == {
        Action.SAUVEGARDE,
        Action.VERROUILLAGE,
        Action.CONNEXION,
    }
    unlock.close(office)


def test_that_an_altered_access_log_is_said_at_the_opening(qtbot, team, restarts, make):
    raw = team.medecin.store._raw
    (sql,) = raw.execute("select sql from sqlite_schema where name = 'acces_no_delete'").fetchone()
    raw.execute("drop trigger acces_no_delete")
    raw.execute("delete from acces where dseq = 2")
    raw.execute(sql)
    unlock.close(team.medecin)
    desktop = _unlocked(qtbot, team, make, Role.PSYCHOLOGUE)
    qtbot.waitUntil(lambda: desktop.window.sidebar.button("journal")._badge == "!")
    assert "lignes en ont été retirées" in desktop.window.toast.message.text()
    desktop.finish()


def test_that_hidden_names_stay_hidden_through_a_lock_only(qtbot, closed, restarts, make, opened):
    desktop = opened()
    desktop.window.context.discretion.switch(on=True)
    desktop.window.context.events.lock_requested.emit()
    again = opened()
    qtbot.waitUntil(lambda: again.window.context.discretion.on)
    again.finish()
    later = opened()
    later.window.context.worker.drain()
    qtbot.waitUntil(lambda: not later.window.context.worker._waiting)
    assert not later.window.context.discretion.on
    later.finish()


def test_that_a_cabinet_on_a_stick_opens_and_says_so(opened, closed, monkeypatch, tmp_path):
    (tmp_path / "prise").mkdir()
    plug_in(monkeypatch, tmp_path / "prise", closed.home.root)
    signs = opened().window.sidebar.findChildren(IconLabel)  # alone when there is little room
    assert "Données sur une clé" in [sign.toolTip() or sign.accessibleName() for sign in signs]


def test_that_closing_the_window_closes_the_store(qtbot, closed, restarts, make, opened):
    desktop = opened()
    desktop.window.close()
    assert desktop.worker is None
    office = unlock.open_cabinet(
        closed.home, closed.medecin.membre.id, PASSPHRASE, cost=closed.medecin.cost
    )
    assert office.store.verify() == []
    unlock.close(office)


def test_that_a_demonstration_opens_without_typing_then_an_update_that_was_opened(
    qtbot, closed, theme, restarts
):
    desktop = Desktop(closed.home, theme, restarts, cost=closed.medecin.cost)
    desktop.start(PASSPHRASE, update=Path("neuf.msmamaj"))
    qtbot.waitUntil(lambda: isinstance(desktop.window, Shell), timeout=10_000)
    wanted = Route("a_propos", fichier="neuf.msmamaj")
    navigator = desktop.window.context.navigator
    qtbot.waitUntil(lambda: navigator.current == wanted, timeout=10_000)
    desktop.finish()
    desktop.window.deleteLater()


def test_that_a_role_sees_only_its_sections(qtbot, closed, restarts, make, opened):
    desktop = opened(Role.SECRETARIAT)
    shown = {entry.key for entry in desktop.window._sections}
    assert shown == {"accueil", "agenda", "patients", "reglages"}
    desktop.finish()


PROBE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from microstructure_desktop.paths import Home
from microstructure_desktop.ui import application
app, theme = application.create_application([])
from microstructure_desktop.ui.desktop import Desktop
desktop = Desktop(Home(Path(sys.argv[1])), theme, print)
desktop.start()
desktop.window.grab()
heavy = {"sqlalchemy", "sqlcipher3", "reportlab", "msgspec", "cryptography", "argon2", "pypdfium2"}
print(",".join(sorted(heavy & set(sys.modules))) or "none", type(desktop.window).__name__)
desktop.finish()
"""


def test_that_the_unlock_page_is_painted_before_anything_heavy_is_loaded(closed):
    said = subprocess.run(
        [sys.executable, "-c", PROBE, str(closed.home.root)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["none", "UnlockPage"]


def test_that_locking_hides_the_window_then_makes_a_backup(opened, closed, restarts, monkeypatch):
    seen = []
    real = sauvegardes.quand_ferme
    desktop = opened()
    window = desktop.window
    monkeypatch.setattr(
        sauvegardes, "quand_ferme", lambda office: (seen.append(window.isVisible()), real(office))
    )
    desktop._events.lock_requested.emit()
    assert seen == [False]
    (path,) = closed.home.sauvegardes.glob("*.msmabak")
    assert path.name.endswith("-auto.msmabak")
    assert restarts == [closed.home]


def backed_up(team):
    """A backup with one patient, then a second; the store is closed."""
    team.patient()
    path = sauvegardes.sauvegarder(team.medecin).chemin
    team.patient("Autre", "Luc")
    unlock.close(team.medecin)
    return path


def settled(qtbot, desktop):
    qtbot.waitUntil(lambda: not desktop._gate.busy, timeout=15_000)


def test_that_a_store_that_is_refused_leads_to_a_backup_and_back(qtbot, team, make):
    backed_up(team)
    database = team.home.coffre / "store.db"
    database.write_bytes(database.read_bytes()[:-4096])
    desktop = make(team.home, team.medecin.cost)
    desktop.window.passphrase.edit.setText(PASSPHRASE)
    desktop.window.who.set_value(team.medecin.membre.id)
    desktop.window.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, ClosedDoor), timeout=10_000)
    assert desktop.window.restore_button.hasFocus()
    desktop.window.restore_button.click()
    assert isinstance(desktop.window, RestorePage)
    assert desktop.window.choice.path() is not None
    desktop.window.back_button.click()
    assert isinstance(desktop.window, UnlockPage)


def test_that_a_store_without_its_key_file_is_no_first_start(team, make):
    backed_up(team)
    for path in team.home.coffre.glob("trousseau.json*"):
        path.unlink()
    desktop = make(team.home, team.medecin.cost)
    assert isinstance(desktop.window, ClosedDoor)
    assert desktop.window.first() is desktop.window.restore_button


def test_that_a_backup_that_was_opened_is_shown_on_a_blank_computer(
    qtbot, team, theme, restarts, tmp_path
):
    path = backed_up(team)
    desktop = Desktop(Home(tmp_path / "neuf"), theme, restarts, cost=team.medecin.cost)
    desktop.start(backup=path)
    page = desktop.window
    settled(qtbot, desktop)
    assert page.choice.path() == path
    page.secret.passphrase.edit.setText(PASSPHRASE)
    page.see_button.click()
    settled(qtbot, desktop)
    page.restore_button.click()
    settled(qtbot, desktop)
    page.open_button.click()
    assert isinstance(desktop.window, UnlockPage)
    desktop.finish()
    desktop.window.deleteLater()


def test_that_restoring_from_inside_starts_afresh_and_says_what_was_done(
    qtbot, team, make, restarts
):
    path = backed_up(team)
    desktop = _unlocked(qtbot, team, make, Role.MEDECIN)
    prepared = partial(restauration.preparer_ouvert, chemin=path)
    desktop.worker.run(prepared, desktop._on_restore_prepared)
    qtbot.waitUntil(lambda: restarts == [team.home], timeout=15_000)
    again = make(team.home, team.medecin.cost)
    assert "remise en place" in again.window.problem.title()
    office = unlock.open_cabinet(
        team.home, team.medecin.membre.id, PASSPHRASE, cost=team.medecin.cost
    )
    with office.store.read() as work:
        assert len(work.patients.all()) == 1
    unlock.close(office)


def test_that_a_restoration_that_fails_at_its_end_gives_the_cabinet_back(
    qtbot, team, make, restarts
):
    path = backed_up(team)
    desktop = _unlocked(qtbot, team, make, Role.MEDECIN)

    def prepared(office):
        made = restauration.preparer_ouvert(office, path)
        shutil.rmtree(team.home.root / "coffre.nouveau")
        return made

    desktop.worker.run(prepared, desktop._on_restore_prepared)
    qtbot.waitUntil(lambda: restarts == [team.home], timeout=15_000)
    assert isinstance(desktop.window, RestoreEnd)
    again = make(team.home, team.medecin.cost)
    assert "Rien n’a été restauré" in again.window.problem.title()
    assert make(team.home, team.medecin.cost).window.problem.isHidden()
    assert len(list(team.home.root.glob("coffre*"))) == 2  # the store, and what kept others away
