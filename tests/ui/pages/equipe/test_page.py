"""Accounts are added, corrected, suspended from one page, which says who may do what."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import comptes, equipe, unlock
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.equipe import words
from microstructure_desktop.ui.pages.equipe.account_dialog import AccountDialog
from microstructure_desktop.ui.pages.equipe.member_dialog import MemberDialog
from microstructure_desktop.ui.pages.equipe.page import EquipePage
from tests.services.cases import planned
from tests.ui import a11y
from tests.ui.desk import make_desk

LATER = date(2026, 12, 3)


@pytest.fixture
def opened(team, theme, show):
    """The page of somebody, once it is loaded."""
    made = []

    def opener(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        desk.notices = []
        desk.context.events.notice_requested.connect(desk.notices.append)
        page = show(EquipePage(desk.context), 1180, 760)
        page.open(Route("equipe", **params))
        desk.settle()
        made.append((desk, page))
        return desk, page

    yield opener
    for desk, page in made:
        page.leave()
        desk.settle()


def choose(page, role):
    index = page.accounts.model.index_of(lambda c: c.membre.role is role)
    page.accounts.table.setCurrentIndex(index)
    return page.accounts.chosen()


def active(desk, membre):
    return next(m for m in equipe.membres(desk.office) if m.id == membre.id).actif


def test_that_the_team_is_listed_with_the_keyboard_on_it(opened):
    _, page = opened()
    assert page.accounts.model.rowCount() == 5
    assert page.header.subtitle.text() == "5\u00a0comptes actifs"
    assert page.first_focus() is page.accounts.table
    assert not page.handover.isVisible()
    assert not page.print_button.isVisible()
    assert a11y.problems(page) == []


def test_that_a_colleague_gets_an_account_that_opens(opened, taper):
    desk, page = opened()
    page.add_button.click()
    form = page.dialog.form
    taper(form.prenom, "Zoé")
    taper(form.nom, "Esquisse")
    form.role.set_value(Role.PSYCHOLOGUE.value)
    taper(form.passphrase.edit, "encore des mots à la suite")
    taper(form.again.edit, "encore des mots à la suite")
    page.dialog.create_button.click()
    desk.settle()
    assert page.dialog is None
    assert page.accounts.model.rowCount() == 6
    added = equipe.membres(desk.office)[-1]
    opened_by = unlock.as_member(desk.office, added.id, "encore des mots à la suite")
    assert opened_by.membre.nom_complet == "Zoé Esquisse"
    assert desk.notices[-1].text == "Compte créé pour Zoé Esquisse"


def test_that_a_name_is_corrected_and_taken_back(opened, taper):
    desk, page = opened()
    membre = choose(page, Role.PSYCHOLOGUE)
    page.accounts.edit_button.click()
    assert isinstance(page.dialog, MemberDialog)
    page.dialog.nom.clear()
    taper(page.dialog.nom, "Patron")
    page.dialog.save_button.click()
    desk.settle()
    assert page.dialog is None
    assert page.accounts.chosen().nom == "Patron"  # still chosen
    desk.context.undo.undo()
    desk.settle()
    assert page.accounts.chosen() == membre
    assert "Claire Modèle" in [a.nom for a in unlock.door(desk.office.home).accounts]


def test_that_a_role_changed_says_when_it_takes_effect(opened):
    desk, page = opened()
    choose(page, Role.PSYCHOLOGUE)
    page.accounts.edit_button.click()
    page.dialog.role.set_value(Role.COORDINATION.value)
    page.dialog.save_button.click()
    desk.settle()
    assert "prochain déverrouillage" in desk.notices[-1].text
    assert page.accounts.chosen().role is Role.COORDINATION


def test_that_a_refused_role_is_said_at_its_field(opened):
    desk, page = opened()
    for role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE):
        comptes.suspend(desk.office, choose(page, role).id)
    choose(page, Role.MEDECIN)
    page.accounts.edit_button.click()
    page.dialog.role.set_value(Role.SECRETARIAT.value)
    page.dialog.save_button.click()
    desk.settle()
    assert "Il ne resterait personne" in page.dialog.fields["role"].error_text
    assert page.dialog.save_button.isEnabled()


def test_that_suspending_says_what_happens_then_can_be_taken_back(opened):
    desk, page = opened()
    membre = choose(page, Role.PSYCHOLOGUE)
    page.accounts.suspend_button.click()
    assert isinstance(page.dialog, Confirm)
    assert "ancienne sauvegarde" in page.dialog.accessibleDescription()
    page.dialog.refuse_button.click()
    assert active(desk, membre)
    page.accounts.suspend_button.click()
    page.dialog.accept_button.click()
    assert not active(desk, membre)
    assert page.header.subtitle.text() == "4\u00a0comptes actifs"
    assert desk.notices[-1].text == "Compte de Claire Modèle suspendu"
    assert page.accounts.suspend_button.text() == "Réactiver"
    desk.context.undo.undo()
    assert active(desk, membre)


def test_that_an_account_is_opened_again_without_a_question(opened):
    desk, page = opened()
    comptes.suspend(desk.office, choose(page, Role.PSYCHIATRE).id)
    page.open(Route("equipe"))
    desk.settle()
    membre = choose(page, Role.PSYCHIATRE)
    page.accounts.suspend_button.click()
    assert active(desk, membre)
    assert desk.notices[-1].text == "Compte de Dr Amara Gabarit réactivé"


def test_that_appointments_left_are_given_in_one_click(opened, team):
    patient = team.patient()
    planned(team, patient, LATER)
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    desk, page = opened()
    assert page.handover.isVisible()
    page.handover.colleague.set_value(team.travailleur_social.membre.id)
    page.handover.colleague.changed.emit(team.travailleur_social.membre.id)
    desk.settle()
    assert a11y.problems(page) == []
    page.handover.buttons[0].click()
    desk.settle()
    assert not page.handover.isVisible()
    assert desk.notices[-1].text == "1\u00a0rendez-vous confié à N. Témoin"
    desk.context.undo.undo()
    desk.settle()
    assert page.handover.isVisible()


def test_that_the_reception_gives_appointments_and_changes_no_account(opened, team):
    planned(team, team.patient(), LATER)
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    _, page = opened(Role.SECRETARIAT)
    assert page.handover.isVisible()
    assert not page.add_button.isVisible()
    assert not page.accounts.edit_button.isVisible()


def test_that_a_colleague_only_looks(opened, team):
    planned(team, team.patient(), LATER)
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    _, page = opened(Role.PSYCHIATRE)
    assert page.accounts.model.rowCount() == 5
    assert not page.handover.isVisible()
    assert not page.add_button.isVisible()


def test_that_who_may_do_what_is_printed(opened):
    desk, page = opened(Role.SECRETARIAT, onglet="droits")
    assert page.rights.isVisible()
    assert page.first_focus() is page.rights.table
    page.print_button.click()
    desk.settle()
    assert page.findChild(PrintPreview).accessibleName() == "Qui peut quoi"
    page.leave()
    page.tabs.tab("equipe").click()
    assert page.accounts.isVisible()


def test_that_leaving_closes_what_was_being_typed(opened):
    _, page = opened()
    page.add_button.click()
    assert isinstance(page.dialog, AccountDialog)
    page.leave()
    assert page.dialog is None


def test_that_a_failure_is_said_on_the_page(opened):
    desk, page = opened()
    comptes.suspend(desk.office, choose(page, Role.PSYCHOLOGUE).id)
    planned(desk.team, desk.team.patient(), LATER)
    page.open(Route("equipe"))
    desk.settle()
    comptes.suspend(desk.office, desk.team.travailleur_social.membre.id)
    page._on_given((), desk.team.travailleur_social.membre)
    desk.settle()
    assert page.problem.title() == "Cette personne ne reçoit pas."


def test_that_the_words_for_suspending_name_nobody():
    assert "Modèle" not in words.SUSPENDED
