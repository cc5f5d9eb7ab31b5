"""Settings apply at once; the team and the cabinet are saved in the store."""

import pytest

from microstructure_desktop import settings as settings_file
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import equipe, unlock
from microstructure_desktop.ui import look
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reglages.page import ReglagesPage
from tests.cabinet import PASSPHRASE
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.MEDECIN)
    yield made
    made.context.worker.drain()


def shown(qtbot, desk):
    page = ReglagesPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.open(Route("reglages"))
    qtbot.waitUntil(lambda: page.cabinet.name.text() != "")
    return page


def test_that_the_appearance_applies_at_once_and_is_kept(qtbot, desk):
    page = shown(qtbot, desk)
    page.appearance.theme.set_value("sombre")
    page.appearance.theme.changed.emit("sombre")
    assert look.current().name == look.DARK
    kept = settings_file.load(desk.context.home.settings_file)
    assert kept.theme == "sombre"
    assert desk.context.settings == kept


def test_that_the_team_is_changed_on_its_own_page(qtbot, desk):
    page = shown(qtbot, desk)
    page.team.open_button.click()
    assert desk.routes == [Route("equipe")]


def test_that_the_recovery_sheet_to_prove_is_reminded_of(qtbot, desk):
    page = shown(qtbot, desk)
    assert page.team.reminder.text() == "Aucune feuille de secours n’est imprimée."
    assert a11y.problems(page) == []
    page.team.sheet_button.click()
    assert desk.routes == [Route("equipe", feuille="oui")]


def test_that_who_manages_no_account_is_reminded_of_no_sheet(qtbot, team, theme):
    page = shown(qtbot, make_desk(team, theme, Role.PSYCHOLOGUE))
    assert page.team.reminder.text() == ""
    assert page.team.sheet_button.isHidden()


def test_that_the_cabinet_is_renamed_on_the_unlock_page_too(qtbot, desk):
    page = shown(qtbot, desk)
    page.cabinet.name.setText("Cabinet des Tilleuls")
    page.cabinet.structure.setText("occ-31-009")
    page.cabinet.save_button.click()
    qtbot.waitUntil(lambda: unlock.door(desk.office.home).cabinet == "Cabinet des Tilleuls")
    assert equipe.cabinet(desk.office).structure == "OCC-31-009"


def test_that_a_passphrase_changes_only_with_the_present_one(qtbot, desk, taper):
    page = shown(qtbot, desk)
    card = page.passphrase
    for field, text in (
        (card.old, "pas la bonne phrase"),
        (card.new, "une autre suite de mots"),
        (card.again, "une autre suite de mots"),
    ):
        taper(field.edit, text)
    card.change_button.click()
    qtbot.waitUntil(lambda: bool(card.old_field.error_text))
    card.old.clear()
    taper(card.old.edit, PASSPHRASE)
    card.change_button.click()
    qtbot.waitUntil(lambda: card.new.text() == "")
    membre = desk.office.membre.id
    assert unlock.as_member(desk.office, membre, "une autre suite de mots").membre.id == membre
    with pytest.raises(unlock.WrongPassphrase):
        unlock.as_member(desk.office, membre, PASSPHRASE)


def test_that_a_file_kept_before_can_be_taken_up_from_here(qtbot, desk):
    page = shown(qtbot, desk)
    page.reprise.open_button.click()
    assert desk.routes == [Route("reprise")]


def test_that_a_role_that_may_not_manage_only_reads(qtbot, team, theme):
    desk = make_desk(team, theme, Role.SECRETARIAT)
    page = shown(qtbot, desk)
    assert page.team.open_button.text().startswith("Voir")
    assert not page.cabinet.save_button.isVisible()
    assert page.cabinet.name.isReadOnly()
    assert not page.reprise.isVisible()


def test_that_a_model_is_printed_blank_from_here(qtbot, desk):
    page = shown(qtbot, desk)
    page.forms.print_asked.emit("psychologique_suivi")
    desk.settle()
    assert (
        page.findChild(PrintPreview).accessibleName() == "Fiche psychologique de suivi, à remplir"
    )


def test_that_everything_on_it_has_a_name(qtbot, desk):
    page = shown(qtbot, desk)
    qtbot.waitUntil(lambda: a11y.problems(page) == [])


def test_that_a_setting_asked_for_receives_the_keyboard(qtbot, desk):
    page = shown(qtbot, desk)
    page.open(Route("reglages", carte="phrase"))
    assert page.passphrase.isAncestorOf(page.first_focus())
    page.open(Route("reglages"))
    assert page.appearance.isAncestorOf(page.first_focus())
    page.open(Route("reglages", carte="ailleurs"))
    assert page.appearance.isAncestorOf(page.first_focus())
