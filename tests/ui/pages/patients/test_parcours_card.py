"""The story on screen: months, filters, the older part on demand."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui.dialogs.record_menu import Target
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.parcours import FICHES, PAPIERS, SEANCES, Evenement
from microstructure_desktop.ui.pages.patients.parcours_card import ParcoursCard
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow
from tests.ui import a11y

OPEN = Route("seance", patient_id="1")


def event(jour, genre=SEANCES, titre="Entretien", **more):
    return Evenement(jour, time(14), genre, "psychologue", titre, **more)


@pytest.fixture
def card(show):
    return show(ParcoursCard(), 520, 700)


def titles(card):
    return [row.findChildren(Label)[2].text() for row in card.findChildren(TimelineRow)]


def headings(card):
    return [x.text() for x in card.findChildren(Label) if x.text().isupper()]


def test_that_months_head_what_happened_in_them(card):
    card.show_events((event(date(2026, 11, 12)), event(date(2026, 10, 1), titre="Avant")), "")
    assert headings(card) == ["NOVEMBRE\u00a02026", "OCTOBRE\u00a02026"]
    assert titles(card) == ["Entretien", "Avant"]
    assert a11y.problems(card) == []


def test_that_a_filter_keeps_one_kind(card):
    card.show_events(
        (event(date(2026, 11, 12)), event(date(2026, 11, 2), FICHES, "Fiche")), "Bienvenue"
    )
    card.chips.chip(FICHES).click()
    assert titles(card) == ["Fiche"]
    card.chips.chip("reunions").click()
    assert titles(card) == []
    assert card.findChild(EmptyState) is not None


def test_that_an_empty_story_says_what_the_first_session_counts_as(card):
    card.show_events((), "La première comptera comme 1ʳᵉ sur 6.")
    assert card.findChild(EmptyState)._text.text() == "La première comptera comme 1ʳᵉ sur 6."


def test_that_a_long_story_shows_its_older_part_on_demand(card):
    day = date(2026, 11, 19)
    card.show_events([event(day - timedelta(days=n)) for n in range(20)], "")
    assert len(titles(card)) == 15
    assert card.more_button.text() == "Afficher 5\u00a0événements plus anciens"
    card.more_button.click()
    assert len(titles(card)) == 20
    assert not card.more_button.isVisible()


def test_that_an_event_opens_what_it_names(qtbot, card):
    card.show_events((event(date(2026, 11, 12), route=OPEN, action="Corriger cette séance"),), "")
    button = card.findChild(TimelineRow).findChild(IconButton)
    assert button.accessibleName() == "Corriger cette séance"
    with qtbot.waitSignal(card.route_chosen) as chosen:
        button.click()
    assert chosen.args == [OPEN]


def test_that_an_event_has_its_menu(qtbot, card):
    target = Target("rendez_vous", "r1", "rendez-vous du 12/11/2026 à 14:00", mine=True)
    card.show_events((event(date(2026, 11, 12), cible=target),), "")
    button = card.findChild(TimelineRow).findChild(IconButton)
    assert "rendez-vous du 12/11/2026" in button.accessibleName()
    with qtbot.waitSignal(card.acts_asked) as asked:
        button.click()
    assert asked.args == [button, target]


def test_that_papers_are_a_part_of_their_own(card):
    card.show_events((event(date(2026, 11, 12)), event(date(2026, 11, 2), PAPIERS, "Bilan")), "")
    card.chips.chip(PAPIERS).click()
    assert titles(card) == ["Bilan"]


def test_that_an_older_part_goes_on_in_the_same_month(card):
    day = date(2026, 11, 30)
    card.show_events([event(day - timedelta(days=n)) for n in range(20)], "")
    assert [row._last for row in card.rows][-2:] == [False, True]
    card.grow()
    assert headings(card) == ["NOVEMBRE\u00a02026"]
    assert [row._last for row in card.rows].index(True) == 19


def test_that_arrows_walk_the_story_and_build_what_they_reach(qtbot, card):
    day = date(2026, 11, 30)
    card.show_events([event(day - timedelta(days=n)) for n in range(20)], "")
    QApplication.processEvents()
    card.rows[0].setFocus()
    QTest.keyClick(card.rows[0], Qt.Key.Key_Up)
    assert card.rows[0].hasFocus()
    with qtbot.waitSignal(card.row_reached) as reached:
        QTest.keyClick(card.rows[0], Qt.Key.Key_Down)
    assert reached.args == [card.rows[1]]
    QTest.keyClick(card.rows[1], Qt.Key.Key_End)
    assert card.rows[14].hasFocus()
    assert len(card.rows) == 20
    QApplication.processEvents()
    QTest.keyClick(card.rows[14], Qt.Key.Key_Down)
    assert card.rows[15].hasFocus()
    stops = [r for r in card.rows if r.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [card.rows[15]]
    QTest.keyClick(card.rows[15], Qt.Key.Key_Home)
    assert card.rows[0].hasFocus()


def test_that_the_same_story_shown_again_stays_where_it_was(card):
    events = [event(date(2026, 11, 30) - timedelta(days=n)) for n in range(40)]
    card.show_events(events, "")
    card.grow()
    before = card.rows[0]
    card.show_events(list(events), "")
    assert card.rows[0] is before
    card.show_events(events[1:], "")
    assert len(card.rows) == 30
    card.restart()
    card.show_events(events, "")
    assert len(card.rows) == 15


def test_that_a_part_of_the_story_says_so(qtbot, card):
    card.show_events((event(date(2026, 11, 12)),), "", "Suivi du 03/03/2026 au 30/04/2026")
    assert card.whole_button.isVisible()
    assert card._period.text() == "Suivi du 03/03/2026 au 30/04/2026"
    with qtbot.waitSignal(card.whole_asked):
        card.whole_button.click()
    card.show_events((event(date(2026, 11, 12)),), "")
    assert not card.whole_button.isVisible()


def test_that_filters_go_under_the_title_when_there_is_no_room(card):
    card.show_events((event(date(2026, 11, 12)),), "")
    card.resize(700, 700)
    QApplication.processEvents()
    assert card.chips.y() < card.title.geometry().bottom()
    card.resize(480, 700)
    QApplication.processEvents()
    assert card.chips.y() > card.title.geometry().bottom()
