"""An update goes from the file to the installer, step by step; each refusal is said there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from microstructure_desktop import __version__
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.exchange.update_failures import UpdateDamaged, UpdateNotSigned
from microstructure_desktop.services import sauvegardes
from microstructure_desktop.services.mise_a_jour_refus import InstallerAltered, NoPublisher
from tests.services.test_mise_a_jour import install_opener
from tests.services.updates import ANNONCE, INCONNUE, INSTALLER, flip, update
from tests.ui import a11y

from .scene import give, shown


def test_that_sources_name_their_parts_and_refuse_updates(opened):
    page = opened()
    assert page.update_card.said.text().startswith(NoPublisher.sentence)
    assert shown(page.update_card) == []
    assert page.first_focus() is page.header.back_button
    assert not page.licences.from_sources.isHidden()
    assert page.licences.model.rows()
    assert a11y.problems(page) == []


def test_that_who_may_not_save_is_told_who_may(known, opened):
    page = opened(Role.PSYCHIATRE)
    assert shown(page.update_card) == []
    assert "peuvent sauvegarder" in page.update_card.said.text()


def test_that_an_update_that_was_opened_is_looked_at(known, opened, tmp_path):
    given = str(update(tmp_path))
    assert "Version 9.0.0" in opened(fichier=given).update_card.said.text()
    refused = opened(Role.PSYCHIATRE, fichier=given)
    assert "peuvent sauvegarder" in refused.update_card.said.text()


def test_that_an_update_goes_to_its_end_with_the_keyboard(
    known, opened, qtbot, tmp_path, monkeypatch
):
    told = tmp_path / "ouvert.txt"
    install_opener(monkeypatch, tmp_path / "bin", f'printf "%s" "$1" > "{told}"')
    page = opened()
    card = page.update_card
    assert page.first_focus() is card.choose_button
    qtbot.keyClick(card.choose_button, Qt.Key.Key_Space)
    give(page, update(tmp_path))
    assert "Version 9.0.0 du 22/11/2026" in card.said.text()
    assert __version__ in card.said.text()
    assert card.signed.text().startswith("Signée par Mainteneurs de Microstructure")
    assert "Une fiche de plus." in card.changes.text()
    assert page.focusWidget() is card.confirm_button
    assert a11y.problems(page) == []
    assert not sauvegardes.lister(page.desk.office.home.sauvegardes)
    qtbot.keyClick(card.confirm_button, Qt.Key.Key_Space)
    page.desk.settle()
    installer = page.desk.office.home.cache / "mise-a-jour" / ANNONCE.installeur
    assert installer.read_bytes() == INSTALLER
    assert len(sauvegardes.lister(page.desk.office.home.sauvegardes)) == 1
    assert a11y.problems(page) == []
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"sudo apt install {installer}"
    card.launch_button.click()
    page.desk.settle()
    assert told.read_text() == str(installer)
    assert not page.isVisible()


def test_that_a_refused_file_is_said_and_another_may_be_chosen(known, opened, tmp_path):
    page = opened()
    altered = update(tmp_path)
    flip(altered, -1)
    page.update_card.choose_button.click()
    give(page, altered)
    assert page.update_card.problem.title() == UpdateDamaged.sentence
    page.update_card.choose_button.click()
    give(page, update(tmp_path, INCONNUE))
    assert page.update_card.problem.title() == UpdateNotSigned.sentence
    page.update_card.choose_button.click()
    give(page, update(tmp_path))
    assert page.update_card.problem.title() == ""


def test_that_another_folder_may_be_chosen_and_all_given_up(known, opened, tmp_path):
    page = opened()
    page.update_card.choose_button.click()
    give(page, update(tmp_path))
    page.update_card.folder_button.click()
    give(page, tmp_path)
    assert (tmp_path / ANNONCE.installeur).read_bytes() == INSTALLER
    page.update_card.cancel_button.click()
    assert shown(page.update_card) == ["Installer une mise à jour…"]


def test_that_an_installer_changed_meanwhile_leaves_the_window_open(known, opened, tmp_path):
    page = opened()
    page.update_card.choose_button.click()
    give(page, update(tmp_path))
    page.update_card.confirm_button.click()
    page.desk.settle()
    flip(page.desk.office.home.cache / "mise-a-jour" / ANNONCE.installeur, 3)
    page.update_card.launch_button.click()
    page.desk.settle()
    assert page.update_card.problem.title() == InstallerAltered.sentence
    assert page.isVisible()


def test_that_the_text_for_help_is_copied(opened):
    page = opened()
    page.versions.copy_button.click()
    assert f"Version\u00a0: {__version__}" in QGuiApplication.clipboard().text()
    assert page.notices[-1].text.startswith("Texte copié")
