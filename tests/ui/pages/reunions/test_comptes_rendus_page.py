"""Every closed meeting's minutes: read, printed, extracted and added to from one page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import additifs
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.comptes_rendus_additif import AdditifDialog
from microstructure_desktop.ui.pages.reunions.comptes_rendus_page import MinutesPage
from tests.ui.a11y import problems
from tests.ui.desk import make_desk

from . import scenes


@pytest.fixture
def open_page(desk, show, settle):
    def opened(**params):
        page = show(MinutesPage(desk.context), 1160, 760)
        page.open(Route("comptes_rendus", **params))
        settle()
        return page

    return opened


@pytest.fixture
def meetings(team, who):
    first = scenes.hold(
        team, scenes.seen(who.luc, scenes.decision("Patch")), jour=date(2026, 9, 24)
    )
    return first, scenes.hold(team, scenes.seen(who.luc), scenes.seen(who.sophie))


@pytest.fixture
def page(open_page, meetings):
    return open_page()


@pytest.fixture
def notices(desk):
    found = []
    desk.context.events.notice_requested.connect(lambda n: found.append(n.text))
    return found


def cells(page, row):
    columns = range(page.model.columnCount())
    return [page.model.data(page.model.index(row, column)) for column in columns]


def test_that_minutes_are_listed_month_by_month(page):
    assert cells(page, 0) == ["2", "Octobre\xa02026 · jeu.\xa022", "2", "0", ""]
    assert cells(page, 1) == ["1", "Septembre\xa02026 · jeu.\xa024", "1", "1", ""]
    assert page.header.subtitle.text() == "2\xa0comptes rendus"
    assert page.card.title.text() == "Compte rendu n°\xa02"
    assert problems(page) == []


def test_that_the_keyboard_walks_the_list_and_the_card_follows(qtbot, page, settle):
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    settle()
    assert page.card.title.text() == "Compte rendu n°\xa01"


def test_that_a_route_shows_the_meeting_it_names(open_page, meetings):
    assert open_page(synthese_id=meetings[0].id).card.title.text() == "Compte rendu n°\xa01"


def printed(qtbot, page, settle) -> str:
    settle()
    qtbot.waitUntil(page._dialog.sheets.is_drawn)
    return page._dialog._document


def test_that_enter_opens_the_minutes_to_print(qtbot, page, settle):
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert printed(qtbot, page, settle).genre == "compte_rendu"
    page.leave()
    assert page._dialog is None


def test_that_one_print_may_be_without_names(qtbot, page, settle):
    page.print_button.click()
    named = printed(qtbot, page, settle).pdf
    page.leave()
    page.card.strict.setChecked(True)
    page.print_button.click()
    assert printed(qtbot, page, settle).pdf != named
    page.leave()


def test_that_an_extract_opens_to_print(qtbot, page, settle, who):
    page.card.extracts()[0].click()
    document = printed(qtbot, page, settle)
    assert (document.genre, document.patient) == ("extrait", who.luc.id)
    page.leave()


def test_that_what_is_signed_is_listed_at_once(qtbot, page, settle, notices):
    page.card.add_button.click()
    settle()
    assert isinstance(page._dialog, AdditifDialog)
    page._dialog.text.set_text("Courrier parti.")
    page._dialog.sign_button.click()
    settle()
    settle()
    assert notices == ["Additif signé, imprimé désormais avec le compte rendu."]
    assert cells(page, 0)[-1] == "1"
    assert page.card.tag.text() == "Version\xa01 + 1\xa0additif"


def test_that_an_addition_unfinished_comes_back_with_its_dialog(page, settle):
    page.card.add_button.click()
    settle()
    page._dialog.text.set_text("À finir")
    page.leave()
    settle()
    page.card.add_button.click()
    settle()
    assert page._dialog.text.text() == "À finir"
    page.leave()


def test_that_a_colleague_s_addition_appears(desk, page, settle, team, meetings):
    additifs.signer(team.medecin, meetings[1].id, "Ajout.")
    desk.context.events.store_changed.emit(frozenset({"additif"}))
    settle()
    assert cells(page, 0)[-1] == "1"


def test_that_no_minutes_lead_to_the_meetings(desk, open_page):
    page = open_page()
    assert page.empty.isVisible()
    assert not page.card.isVisible()
    page.empty.action_button.click()
    assert desk.routes[-1] == Route("reunions")
    assert problems(page) == []


def test_that_a_role_without_the_right_is_told_so(team, theme, show, qtbot):
    desk = make_desk(team, theme, Role.SECRETARIAT)
    page = show(MinutesPage(desk.context), 1160, 760)
    page.open(Route("comptes_rendus"))
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.title() == "Votre rôle ne permet pas cette action."
    desk.context.worker.drain()


def test_that_the_page_fits_the_smallest_window(page):
    assert page.minimumSizeHint().width() <= 1024 - 60


def test_that_nothing_flashes_beside_the_page(windows, page):
    assert windows == ["MinutesPage"]
