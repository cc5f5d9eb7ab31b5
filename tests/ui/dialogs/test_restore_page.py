"""A backup is put in place where nothing is open; what was typed survives every refusal."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.paths import Home
from microstructure_desktop.services import retrait, sauvegardes, unlock
from microstructure_desktop.store.backup_failures import NotABackup
from microstructure_desktop.ui.dialogs.restore_page import DONE, WORD, RestorePage
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.restoring import restorer
from microstructure_desktop.ui.worker import Worker
from tests.cabinet import PASSPHRASE
from tests.store.backups import own_file
from tests.ui import a11y
from tests.ui.discreet import texts
from tests.ui.pages.sauvegardes.scene import flip, later


@pytest.fixture
def backups(team):
    """The older has one patient, the latest two; the store is closed."""
    team.patient()
    own_file(team.home, "id = 1")
    old = sauvegardes.sauvegarder(team.medecin).chemin
    later(team, hours=3)
    own_file(team.home, "id = 2")
    team.patient("Autre", "Luc")
    new = sauvegardes.sauvegarder(team.medecin).chemin
    unlock.close(team.medecin)
    return new, old


@pytest.fixture
def opened(team, theme, show):
    workers = []

    def opener(home, chosen=None):
        worker = Worker(None, frozenset, Events())
        options = {"cost": team.medecin.cost, "now": team.clock}
        page = show(RestorePage(restorer(home, options, team.clock), worker, chosen), 1280, 900)
        page.worker = worker
        workers.append(worker)
        return page

    yield opener
    for worker in workers:
        worker.drain()


def settle(qtbot, page):
    qtbot.waitUntil(lambda: not page.worker.busy, timeout=15_000)


def seen(qtbot, page, taper, phrase=PASSPHRASE):
    settle(qtbot, page)
    page.secret.passphrase.clear()
    taper(page.secret.passphrase.edit, phrase)
    qtbot.keyClick(page.secret.passphrase.edit, Qt.Key.Key_Return)
    settle(qtbot, page)


def patients(team):
    office = unlock.open_cabinet(
        team.home, team.medecin.membre.id, PASSPHRASE, cost=team.medecin.cost
    )
    try:
        with office.store.read() as work:
            return len(work.patients.all())
    finally:
        unlock.close(office)


def test_that_the_latest_is_proposed_seen_then_put_in_place(qtbot, opened, team, backups, taper):
    page = opened(team.home)
    assert page.choice.path() == backups[0]
    assert page.first() is page.secret.passphrase.edit
    settle(qtbot, page)
    assert page.whose.text().startswith("Cabinet des Lilas, sauvegarde du")
    assert a11y.problems(page) == []
    page.choice.found.setCurrentIndex(1)
    page.choice.found.activated.emit(1)
    seen(qtbot, page, taper)
    assert page.step() == 1
    assert {"1\u00a0patient", "1\u00a0fichier"} <= set(texts(page))
    assert not page.restore_button.isEnabled()
    assert a11y.problems(page) == []
    taper(page.word_edit, WORD)
    qtbot.keyClick(page.word_edit, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.step() == 2
    assert page.problem.title() == DONE
    assert "coffre.avant-restauration-" in page.kept.text()
    assert "formulaires.avant-restauration-" in page.kept.text()
    assert page.secret.passphrase.text() == ""
    assert a11y.problems(page) == []
    with qtbot.waitSignal(page.done):
        page.open_button.click()
    assert patients(team) == 1


def test_that_who_left_since_is_named_before_and_after(qtbot, opened, team, tmp_path, taper):
    old = sauvegardes.sauvegarder(team.medecin, Genre.EXPORTEE, tmp_path).chemin
    gone = team[Role.PSYCHIATRE].membre
    retrait.retirer(team.medecin, gone.id, feuille_vue=False)
    page = opened(team.home, old)
    seen(qtbot, page, taper)
    assert page.preview.since.text().startswith(f"{gone.nom_complet} a quitté l’équipe depuis")
    taper(page.word_edit, WORD)
    page.restore_button.click()
    settle(qtbot, page)
    assert "Le cabinet est sous une nouvelle clé" in page.kept.text()
    assert f"{gone.nom_complet} a quitté l’équipe, et reste sans accès." in page.kept.text()
    assert a11y.problems(page) == []


def test_that_a_wrong_passphrase_stays_at_its_field(qtbot, opened, team, backups, taper):
    page = opened(team.home)
    seen(qtbot, page, taper, "une autre phrase")
    assert page.step() == 0
    assert "n’est pas la bonne" in page.secret.passphrase_field.error_text
    assert page.secret.passphrase.text() == "une autre phrase"
    assert page.see_button.isEnabled()


def test_that_a_damaged_one_says_to_choose_another_which_opens(qtbot, opened, team, backups, taper):
    flip(backups[0])
    page = opened(team.home)
    seen(qtbot, page, taper)
    assert "abîmée" in page.problem.title()
    assert page.secret.passphrase.text() == PASSPHRASE
    page.choice.found.setCurrentIndex(1)
    page.choice.found.activated.emit(1)
    settle(qtbot, page)
    assert page.secret.passphrase.text() == PASSPHRASE
    page.see_button.click()
    settle(qtbot, page)
    assert page.step() == 1


def test_that_who_may_not_replace_a_cabinet_is_told(qtbot, opened, team, backups, taper):
    page = opened(team.home)
    settle(qtbot, page)
    page.secret.who.set_value(team[Role.SECRETARIAT].membre.id)
    seen(qtbot, page, taper)
    taper(page.word_edit, WORD)
    page.restore_button.click()
    settle(qtbot, page)
    assert page.problem.title() != ""
    assert page.step() == 1
    page.again_button.click()
    assert page.step() == 0
    assert page.problem.title() == ""


def test_that_a_blank_computer_asks_for_a_file_and_no_word(
    qtbot, opened, team, backups, tmp_path, taper
):
    page = opened(Home(tmp_path / "neuf"))
    assert page.first() is page.choice
    assert "Aucune sauvegarde" in page.whose.text()
    assert not page.see_button.isVisible()
    page.choice._on_file_chosen(str(backups[0]))
    seen(qtbot, page, taper)
    assert not page.word_field.isVisible()
    assert page.preview.kept.text() == ""
    qtbot.keyClick(page.restore_button, Qt.Key.Key_Space)
    settle(qtbot, page)
    assert page.step() == 2
    assert page.kept.text().startswith("Si quelqu’un a quitté l’équipe depuis le ")
    assert unlock.door(Home(tmp_path / "neuf")).cabinet == "Cabinet des Lilas"


def test_that_a_file_that_is_no_backup_is_said_at_the_field(qtbot, opened, team, tmp_path):
    other = tmp_path / "photo.msmabak"
    other.write_bytes(b"x" * 500)
    page = opened(Home(tmp_path / "neuf"), other)
    settle(qtbot, page)
    assert page.choice_field.error_text.startswith(NotABackup.sentence)
    assert not page.see_button.isVisible()
    with qtbot.waitSignal(page.left):
        page.back_button.click()
