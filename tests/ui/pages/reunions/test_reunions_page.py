"""The list of meetings: the coming one, and the minutes of the others."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import syntheses
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.reunions_page import ReunionsPage
from tests.ui.a11y import problems
from tests.ui.desk import make_desk

from . import scenes


@pytest.fixture
def open_page(desk, show, settle):
    def opened():
        page = show(ReunionsPage(desk.context), 1160, 760)
        page.open(Route("reunions"))
        settle()
        return page

    return opened


@pytest.fixture
def page(open_page, team, who):
    """Two closed meetings."""
    scenes.hold(team, scenes.seen(who.luc, scenes.decision("Patch")), jour=date(2026, 9, 24))
    scenes.hold(team, scenes.seen(who.luc), scenes.seen(who.sophie))
    return open_page()


def cells(page, row):
    columns = range(page.model.columnCount())
    return [page.model.data(page.model.index(row, column)) for column in columns]


def test_that_past_meetings_are_listed_newest_first(page):
    assert cells(page, 0) == ["2", "Jeudi 22\xa0octobre\xa02026", "2", "0", "Close"]
    assert cells(page, 1) == ["1", "Jeudi 24\xa0septembre\xa02026", "1", "1", "Close"]
    assert page.header.subtitle.text() == "2\xa0comptes rendus"
    assert not page.empty.isVisible()
    assert problems(page) == []


def test_that_the_next_meeting_is_announced_and_leads_to_its_preparation(desk, page):
    assert page.next_card.day.text() == "Jeudi 19\xa0novembre\xa02026"
    assert page.first_focus() is page.next_card.button
    page.next_card.button.click()
    assert desk.routes[-1] == Route("preparation")


def test_that_a_prepared_or_begun_meeting_is_gone_back_to(desk, page, settle, team, who):
    prepared = syntheses.prepare(team.medecin)
    kept = syntheses.save(team.medecin, prepared.synthese, None).synthese
    page.open(Route("reunions"))
    settle()
    page.next_card.button.click()
    assert desk.routes[-1] == Route("preparation", synthese_id=kept.id)
    begun = scenes.begin(team).synthese
    page.open(Route("reunions"))
    settle()
    page.next_card.button.click()
    assert desk.routes[-1] == Route("synthese", synthese_id=begun.id)


def test_that_the_minutes_of_the_row_chosen_open_in_the_preview(qtbot, page, settle):
    page.minutes_button.click()
    settle()
    qtbot.waitUntil(page._preview.sheets.is_drawn)
    assert page._preview.isVisible()
    page._preview.reject()
    assert page._preview is None


def test_that_enter_on_a_row_opens_its_minutes(qtbot, page, settle):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    assert page._preview.isVisible()
    page.leave()
    assert page._preview is None  # nothing stays over a locked screen


def test_that_a_closed_meeting_is_read_again(desk, page):
    page.table.selectRow(1)
    page.view_button.click()
    (name, params) = desk.routes[-1].name, desk.routes[-1].params
    assert name == "synthese"
    assert dict(params)["synthese_id"] == page.model.row(1).id


def test_that_a_meeting_without_minutes_is_opened_instead(desk, page, settle, team):
    first = syntheses.prepare(team.medecin)
    kept = syntheses.save(team.medecin, first.synthese, None).synthese
    begun = scenes.begin(team).synthese
    later = syntheses.prepare(team.medecin)
    waiting = syntheses.save(team.medecin, later.synthese, None).synthese
    page.open(Route("reunions"))
    settle()
    assert begun.id == kept.id  # what was prepared has begun
    index = page.model.index_of(lambda r: r.id == waiting.id)
    page.table.setCurrentIndex(index)
    assert not page.minutes_button.isEnabled()
    page.table.row_chosen.emit(page.model.row(index.row()))
    assert desk.routes[-1] == Route("preparation", synthese_id=waiting.id)


def test_that_the_first_day_says_what_a_meeting_is(open_page):
    page = open_page()
    assert page.empty.isVisible()
    assert not page.past.isVisible()
    assert page.next_card.isVisible()


def test_that_the_list_follows_what_is_saved(qtbot, desk, page, settle, team, who):
    scenes.hold(team, scenes.seen(who.ana), jour=date(2026, 11, 12))
    desk.context.events.store_changed.emit(frozenset({"synthese"}))
    settle()
    assert len(page.model.rows()) == 3


def test_that_a_role_without_the_right_is_told_so(team, theme, show, qtbot):
    desk = make_desk(team, theme, Role.SECRETARIAT)
    page = show(ReunionsPage(desk.context), 1160, 760)
    page.open(Route("reunions"))
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.title() == "Votre rôle ne permet pas cette action."
    desk.context.worker.drain()


def test_that_the_page_fits_the_smallest_window(page):
    assert page.minimumSizeHint().width() <= 1024 - 60


def test_that_nothing_flashes_beside_the_page(windows, page):
    assert windows == ["ReunionsPage"]


def test_that_a_meeting_held_has_its_history_and_is_never_cancelled(page, settle):
    page.more_button.click()
    page.menu.hide()
    assert not page.menu.cancel_action.isVisible()
    page.menu.history_action.trigger()
    settle()
    dialog = page.findChild(HistoryDialog)
    assert dialog.isVisible()
    assert dialog.choice.count() >= 2


def test_that_every_minutes_are_one_button_away(desk, page):
    page.all_button.click()
    assert desk.routes[-1] == Route("comptes_rendus")
