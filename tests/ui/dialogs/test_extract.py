"""One person's part of the minutes opens to print from anywhere, or says why it does not."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.dialogs.extract import TITLE, Extractor
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu, Target
from tests.ui.desk import make_desk
from tests.ui.pages.reunions import scenes


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def held(team, sophie):
    return scenes.hold(team, scenes.seen(sophie))


@pytest.fixture
def page(show):
    return show(QWidget(), 900, 700)


def test_that_the_menu_of_a_meeting_in_a_record_gives_the_part_alone(desk, page, held, sophie):
    menu = RecordMenu(desk.context, page)
    menu.set_target(Target("synthese", held.id, about=sophie.id))
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert shown == [TITLE]
    menu.extract_action.trigger()
    desk.settle()
    preview = page.findChild(PrintPreview)
    assert preview.isVisible()
    assert (preview._document.genre, preview._document.patient) == ("extrait", sophie.id)
    preview.reject()
    menu.set_target(Target("consultation", "c"))
    assert not menu.extract_action.isVisible()
    assert menu.history_action.isVisible()


def test_that_a_refusal_is_told_at_the_bottom(desk, page, team, held):
    other = team.patient("Bernard", "Luc")
    told = []
    desk.context.events.notice_requested.connect(told.append)
    Extractor(desk.context, page).show(held.id, other.id)
    desk.settle()
    (notice,) = told
    assert notice.text.startswith("Cette personne n’a pas été évoquée à cette réunion.")
    assert page.findChild(PrintPreview) is None


def test_that_a_page_left_meanwhile_opens_nothing(desk, page, held, sophie):
    Extractor(desk.context, page).show(held.id, sophie.id)
    page.hide()
    desk.settle()
    assert page.findChild(PrintPreview) is None


def test_that_before_any_button_nothing_is_extracted(desk, page):
    RecordMenu(desk.context, page).extract_action.trigger()
    desk.settle()
    assert page.findChild(PrintPreview) is None
