"""From inside: seen first, a word to type, prepared while the cabinet stays as it is."""

import shutil

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import restauration, retrait, sauvegardes, unlock
from microstructure_desktop.services.restauration_cle import Suite
from microstructure_desktop.services.sauvegardes import Examen
from microstructure_desktop.store.backup_failures import BackupOtherKey
from microstructure_desktop.store.checks import Check
from microstructure_desktop.ui.dialogs.restore_dialog import WORD, RestoreDialog
from tests.cabinet import PASSPHRASE
from tests.ui import a11y
from tests.ui.desk import make_desk
from tests.ui.discreet import texts
from tests.ui.pages.sauvegardes.scene import flip


@pytest.fixture
def backup(team):
    team.patient()
    path = sauvegardes.sauvegarder(team.medecin).chemin
    team.patient("Autre", "Luc")
    return path


@pytest.fixture
def opened(qtbot, team, theme):
    def opener(path):
        desk = make_desk(team, theme, Role.MEDECIN)
        dialog = RestoreDialog(None, path, desk.context.worker, desk.context.now)
        qtbot.addWidget(dialog)
        dialog.desk, dialog.ready = desk, []
        dialog.prepared.connect(dialog.ready.append)
        dialog.open()
        desk.settle()
        return dialog

    return opener


def test_that_nothing_is_done_before_the_word(opened, backup, qtbot, taper):
    dialog = opened(backup)
    assert "1\u00a0patient" in texts(dialog)
    assert not dialog.accept_button.isEnabled()
    assert a11y.problems(dialog) == []
    qtbot.keyClick(dialog.word_edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    taper(dialog.word_edit, WORD)
    assert dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog.word_edit, Qt.Key.Key_Return)
    dialog.reject()  # not in the middle of it
    assert dialog.isVisible()
    dialog.desk.settle()
    [preparee] = dialog.ready
    assert preparee.apercu.patients == 1
    assert not dialog.isVisible()
    restauration.abandonner(preparee)


def test_that_a_damaged_one_is_said_and_cannot_be_restored(opened, backup):
    flip(backup)
    dialog = opened(backup)
    assert "abîmée" in dialog.problem.title()
    assert dialog.word_field.isHidden()
    dialog.refuse_button.click()
    assert not dialog.isVisible()


def test_that_another_key_asks_for_a_secret_of_its_time(opened, backup, taper):
    dialog = opened(backup)
    dialog._on_refused(BackupOtherKey())  # the store was copied under another key since
    assert dialog.secret.isVisible()
    taper(dialog.word_edit, WORD)
    dialog.accept_button.click()
    assert dialog.secret.passphrase_field.error_text != ""
    taper(dialog.secret.passphrase.edit, PASSPHRASE)
    dialog.accept_button.click()
    dialog.desk.settle()
    [preparee] = dialog.ready
    restauration.abandonner(preparee)


def test_that_one_of_before_somebody_left_says_so_and_asks_for_its_secret(
    team, backup, tmp_path, opened, taper
):
    old = shutil.copy(backup, tmp_path / "ancienne.msmabak")
    gone = team[Role.PSYCHIATRE].membre
    retrait.retirer(team.medecin, gone.id, feuille_vue=False)
    team.offices[Role.MEDECIN] = unlock.open_cabinet(
        team.home, team.medecin.membre.id, PASSPHRASE, cost=team.medecin.cost, now=team.clock
    )
    dialog = opened(old)
    assert dialog.preview.since.text().startswith(f"{gone.nom_complet} a quitté l’équipe depuis")
    assert a11y.problems(dialog) == []
    taper(dialog.word_edit, WORD)
    dialog.accept_button.click()
    dialog.desk.settle()
    taper(dialog.secret.passphrase.edit, PASSPHRASE)
    dialog.accept_button.click()
    dialog.desk.settle()
    [preparee] = dialog.ready
    assert preparee.apercu.suite.autre_cle
    restauration.abandonner(preparee)
    unlock.close(team.medecin)


def test_that_one_that_nobody_here_can_open_asks_for_its_secret(opened, backup):
    """Made between somebody leaving and the restoration of an older one."""
    dialog = opened(backup)
    dialog.preview.hide()
    dialog.word_field.hide()
    unsound = Examen((Check("trousseau", BackupOtherKey()),), saine=False)
    dialog._on_read((restauration.regarder(backup), unsound, Suite(autre_cle=True)))
    assert dialog.secret.isVisible()
    assert dialog.word_field.isVisible()


def test_that_it_goes_out_of_sight_with_its_page_at_any_moment(opened, backup, taper):
    dialog = opened(backup)
    taper(dialog.word_edit, WORD)
    dialog.accept_button.click()
    dialog.abandon()
    assert not dialog.isVisible()
    dialog.desk.settle()
    assert dialog.ready == []
    assert not list(dialog.desk.office.home.root.glob("coffre.nouveau"))
