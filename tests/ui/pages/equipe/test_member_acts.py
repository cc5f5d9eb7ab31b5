"""From the page of the team: a passphrase is given, somebody is removed, a sheet is proposed."""

import errno
from pathlib import Path

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import unlock
from microstructure_desktop.services.unlock import WrongPassphrase
from microstructure_desktop.store import keyring
from microstructure_desktop.ui.dialogs.recovery_sheet import RecoverySheet
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.equipe.page import EquipePage
from tests.cabinet import PASSPHRASE
from tests.ui.desk import make_desk

NEW = "une autre phrase bien longue"


@pytest.fixture
def opened(team, theme, show):
    made = []

    def opener(**params):
        desk = make_desk(team, theme, Role.MEDECIN)
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


def test_that_a_colleague_gets_another_passphrase(opened, taper):
    desk, page = opened()
    membre = choose(page, Role.PSYCHOLOGUE)
    page.accounts.passphrase_button.click()
    taper(page.dialog.new.edit, NEW)
    taper(page.dialog.again.edit, NEW)
    page.dialog.give_button.click()
    desk.settle()
    assert page.dialog is None
    assert "Claire Modèle" in desk.notices[-1].text
    assert unlock.as_member(desk.office, membre.id, NEW).membre == membre
    with pytest.raises(WrongPassphrase):
        unlock.as_member(desk.office, membre.id, PASSPHRASE)


def test_that_a_removal_asks_then_starts_afresh(opened):
    desk, page = opened()
    membre = choose(page, Role.PSYCHIATRE)
    told = []
    desk.context.events.store_replaced.connect(lambda: told.append(True))
    page.accounts.remove_button.click()
    desk.settle()
    page.dialog.refuse_button.click()
    assert told == []
    page.accounts.remove_button.click()
    desk.settle()
    page.dialog.accept_button.click()
    desk.settle()
    assert told == [True]
    assert keyring.load(desk.team.home.coffre).slot(membre.id) is None


def test_that_a_removal_that_the_disk_refused_is_told_then_starts_afresh(opened, monkeypatch):
    desk, page = opened()
    membre = choose(page, Role.PSYCHIATRE)
    told, rename = [], Path.replace
    desk.context.events.store_replaced.connect(lambda: told.append(True))
    page.accounts.remove_button.click()
    desk.settle()

    def refused(path, target):
        if path == desk.team.home.coffre:
            raise OSError(errno.EIO, "refused")
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    page.dialog.accept_button.click()
    desk.settle()
    assert told == []
    assert not page.dialog.accept_button.isEnabled()  # the store is closed: nothing more to try
    page.dialog.accept()
    page.dialog.refuse_button.click()
    assert told == [True]
    assert keyring.load(desk.team.home.coffre).slot(membre.id) is not None


def test_that_one_s_own_account_has_neither(opened):
    _, page = opened()
    choose(page, Role.MEDECIN)
    assert not page.accounts.remove_button.isEnabled()
    assert not page.accounts.passphrase_button.isEnabled()
    choose(page, Role.PSYCHOLOGUE)
    assert page.accounts.remove_button.isEnabled()


def test_that_a_sheet_is_proposed_when_it_is_asked(opened):
    desk, page = opened(feuille="oui")
    assert isinstance(page.dialog, RecoverySheet)
    page.dialog.later_button.click()
    desk.settle()
    assert page.dialog is None
    assert page.sheet.isVisible()
    page.sheet.print_button.click()
    assert isinstance(page.dialog, RecoverySheet)
