"""The window says how it stands with backups, makes one that is missing, and warns once a day."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import sauvegardes
from microstructure_desktop.settings import load as load_settings
from microstructure_desktop.ui.backup_watch import BackupWatch
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.shell import Section, Shell
from microstructure_desktop.ui.widgets.sidebar import Identity, StateLine
from tests.ui.desk import make_desk
from tests.ui.pages.sauvegardes.scene import later

OTHER = StateLine("shield-check", "Données chiffrées", "ok")
SECTIONS = (Section("accueil", "house", "Accueil", Route("accueil")),)


@pytest.fixture
def watched(team, theme, qtbot):
    def watch(role=Role.MEDECIN):
        desk = make_desk(team, theme, role)
        shell = Shell(
            desk.context,
            SECTIONS,
            {"sauvegardes": Page},
            Identity("Lilas", "C. M.", "Médecin", "CM"),
        )
        qtbot.addWidget(shell)
        desk.notices = []
        desk.context.events.notice_requested.connect(desk.notices.append)
        desk.shell = shell
        BackupWatch(shell, [OTHER]).start()
        desk.settle()
        return desk

    return watch


def said(desk):
    return desk.shell.sidebar.state("sauvegardes").text()


def test_that_a_cabinet_has_a_backup_from_the_first_minute(watched, home):
    desk = watched()
    assert len(list(home.sauvegardes.glob("*.msmabak"))) == 1
    assert said(desk) == "Aucune copie sur clé USB"
    assert desk.notices == []


def test_that_one_that_cannot_be_made_is_said_once_a_day(watched, home, team):
    home.sauvegardes.write_text("a file where the folder should be")
    desk = watched()
    assert said(desk) == "Aucune sauvegarde"
    [notice] = desk.notices
    assert notice.kind == "danger"
    notice.on_action()
    assert desk.routes == [Route("sauvegardes")]
    assert load_settings(home.settings_file).alerte_sauvegarde == "2026-11-19"
    desk.context.settings = load_settings(home.settings_file)
    BackupWatch(desk.shell, [OTHER]).start()
    desk.settle()
    assert len(desk.notices) == 1


def test_that_who_can_do_nothing_about_it_is_not_alarmed(watched, home):
    home.sauvegardes.write_text("a file where the folder should be")
    desk = watched(Role.PSYCHIATRE)
    assert said(desk) == "Aucune sauvegarde"
    assert desk.notices == []


def test_that_the_line_follows_what_is_made(watched, team, tmp_path):
    desk = watched()
    stick = tmp_path / "cle"
    stick.mkdir()
    sauvegardes.sur_support(desk.office, stick)
    desk.context.events.backups_changed.emit()
    desk.settle()
    assert said(desk) == "Sauvegardé à l’instant, vérifié"
    later(team, hours=3)
    desk.context.events.backups_changed.emit()
    desk.settle()
    assert said(desk) == "Sauvegardé il y a 3\u00a0h, vérifié"
