"""Backups are made, verified, tried and chosen from one page; each failure says the way out."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import retrait, sauvegardes, unlock
from microstructure_desktop.services.supports import SameFolder
from microstructure_desktop.store.backup_failures import MediumGone, NotABackup
from microstructure_desktop.ui.dialogs.restore_dialog import RestoreDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.sauvegardes.drill_dialog import DrillDialog
from tests.altered_log import alter
from tests.cabinet import PASSPHRASE
from tests.ui import a11y
from tests.ui.discreet import texts

from .scene import flip, give, later


def rows(page):
    return [row.sauvegarde for row in page.list.model.rows()]


def test_that_a_cabinet_without_any_says_so_and_makes_one(opened, qtbot):
    page = opened()
    assert page.alarm.title() == "Aucune sauvegarde de ce cabinet n’existe sur cet ordinateur."
    assert page.first_focus() is page.state.save_button
    assert a11y.problems(page) == []
    qtbot.keyClick(page.state.save_button, Qt.Key.Key_Space)
    page.desk.settle()
    assert page.alarm.isHidden()
    assert "relue et vérifiée" in page.state.said.text()
    assert len(rows(page)) == 1
    assert page.notices[-1].text.endswith("faite, relue et vérifiée")
    assert page.state.save_button.isEnabled()
    assert a11y.problems(page) == []


def test_that_what_waits_two_days_is_an_alarm(opened, team):
    sauvegardes.sauvegarder(team.medecin)
    team.patient()
    later(team, days=3)
    page = opened()
    assert page.alarm.title().startswith("La dernière sauvegarde date du 19/11/2026")


def test_that_a_key_is_chosen_known_and_left(opened, stick):
    page = opened()
    assert "Aucune copie sur clé USB" in page.state.away.text()
    page.state.away_button.click()
    give(page, stick)
    assert page.state.away.text() == ""
    [support_id] = page.supports.buttons
    page.supports.buttons[support_id].click()
    page.desk.settle()
    assert page.supports.buttons == {}
    page.notices[-1].on_action()
    page.desk.settle()
    assert list(page.supports.buttons) == [support_id]


@pytest.mark.parametrize(("where", "failure"), [("gone", MediumGone), ("home", SameFolder)])
def test_that_a_key_that_refuses_is_said_where_it_was_asked(opened, stick, where, failure):
    page = opened()
    page.state.away_button.click()
    if where == "gone":
        stick.rmdir()
    give(page, stick if where == "gone" else page.desk.office.home.root)
    assert page.state.problem.title() == failure.sentence
    assert page.state.away_button.isEnabled()
    assert a11y.problems(page) == []


def test_that_verifying_says_what_is_in_it_or_that_it_is_damaged(opened, team):
    team.patient()
    made = sauvegardes.sauvegarder(team.medecin)
    page = opened()
    page.list.verify_button.click()
    page.desk.settle()
    assert page.list.banner.title() == "Cette sauvegarde est intacte."
    flip(made.chemin)
    page.list.verify_button.click()
    page.desk.settle()
    assert "abîmée" in page.list.banner.title()
    assert [one.abimee for one in rows(page)] == [True]
    assert not page.list.restore_button.isEnabled()


def test_that_a_sound_backup_of_an_altered_log_says_both(opened, team):
    alter(team.medecin.store)
    sauvegardes.sauvegarder(team.medecin)
    page = opened()
    page.list.verify_button.click()
    page.desk.settle()
    assert page.list.banner.title() == "Cette sauvegarde est saine, journal d’accès altéré."
    assert page.list.restore_button.isEnabled()


def test_that_the_drill_counts_and_changes_nothing(opened, team, stick, taper):
    team.patient()
    made = sauvegardes.sur_support(team.medecin, stick)
    page = opened()
    assert page.drill.last.text() == "Aucun exercice n’a encore été fait."
    page.drill.button.click()
    give(page, made.chemin)
    dialog = page.dialog
    assert isinstance(dialog, DrillDialog)
    taper(dialog.secret.passphrase.edit, "une autre phrase")
    dialog.try_button.click()
    page.desk.settle()
    assert "n’est pas la bonne" in dialog.secret.passphrase_field.error_text
    assert dialog.secret.passphrase.text() == "une autre phrase"
    dialog.secret.passphrase.clear()
    taper(dialog.secret.passphrase.edit, PASSPHRASE)
    dialog.try_button.click()
    page.desk.settle()
    assert dialog.outcome.title() == "Cette sauvegarde peut être restaurée."
    assert dialog.secret.passphrase.text() == ""
    dialog.close_button.click()
    assert page.drill.last.text().startswith("Réussi le 19/11/2026\u00a0: 1\u00a0patient")
    assert page.drill.next.text().endswith("20/12/2026.")


def test_that_a_file_that_is_no_backup_is_said(opened, tmp_path):
    page = opened()
    other = tmp_path / "photo.msmabak"
    other.write_bytes(b"x" * 500)
    page.drill.button.click()
    give(page, other)
    assert page.dialog is None
    assert page.alarm.title() == NotABackup.sentence


def test_that_restoring_opens_on_the_chosen_one_and_is_left_with_the_page(opened, team):
    team.patient()
    sauvegardes.sauvegarder(team.medecin)
    page = opened()
    page.list.restore_button.click()
    assert isinstance(page.dialog, RestoreDialog)
    page.leave()
    assert page.dialog is None
    page.desk.settle()


def test_that_a_role_sees_what_it_may_do(opened):
    seen = opened(Role.PSYCHOLOGUE)
    assert seen.state.save_button.isVisible()
    assert not seen.list.restore_button.isVisible()
    reader = opened(Role.PSYCHIATRE)
    assert not reader.state.save_button.isVisible()
    assert not reader.list.verify_button.isVisible()
    assert reader.first_focus() is reader.header.back_button


def test_that_copies_who_left_could_open_are_named_and_destroyed(opened, team):
    kept = sauvegardes.sauvegarder(team.medecin).chemin
    flip(kept)
    gone = team[Role.PSYCHIATRE].membre
    retrait.retirer(team.medecin, gone.id, feuille_vue=False)
    office = unlock.open_cabinet(
        team.home, team.medecin.membre.id, PASSPHRASE, cost=team.medecin.cost, now=team.clock
    )
    team.offices[Role.MEDECIN] = office
    page = opened()
    assert gone.nom_complet in page.openable.title()
    assert any(kept.name in text for text in texts(page.openable))
    assert a11y.problems(page) == []
    page.openable.action_button.click()
    page.dialog.accept_button.click()
    page.desk.settle()
    assert not kept.exists()
    assert page.openable.isHidden()
    unlock.close(office)


def test_that_the_drill_is_at_hand_when_it_is_what_one_came_for(opened):
    page = opened()
    page.open(Route("sauvegardes", essai="oui"))
    page.desk.settle()
    assert page.first_focus() is page.drill.button


def test_that_a_former_store_is_deleted_after_a_question(opened, team):
    kept = team.home.root / "coffre.avant-restauration-20261119-140500"
    kept.mkdir()
    page = opened()
    page.former.buttons[kept.name].click()
    assert "ne changent pas" in " ".join(texts(page.dialog))
    page.dialog.word_edit.setText("supprimer")
    page.dialog.accept_button.click()
    page.desk.settle()
    assert not kept.exists()
    assert page.former.isHidden()
    assert page.notices[-1].text == "Ancien coffre supprimé"


def test_that_the_largest_letters_keep_every_column_in_a_small_window(opened, team, theme):
    theme.choose("clair", 150)
    sauvegardes.par_precaution(team.medecin, Genre.AVANT_MISE_A_JOUR)
    page = opened()
    assert page.list.table.horizontalScrollBar().maximum() == 0
