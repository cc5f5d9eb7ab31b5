"""The next point is one click; the time counts by itself and can be corrected."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.synthese import ProchainPoint
from microstructure_desktop.ui.pages.reunions.next_point_card import NextPointCard
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def situation(who):
    return scenes.seen(who.sophie, minutes=8)


@pytest.fixture
def card(show, situation):
    made = show(NextPointCard())
    made.show_situation(situation, closed=False)
    return made


def test_that_the_card_shows_what_is_known(card):
    assert card.points.value() == "sur_demande"
    assert card.minutes.text() == "8\xa0min"
    assert card.discussed_box.isChecked()
    assert problems(card) == []


def test_that_the_next_point_is_told(qtbot, card):
    with qtbot.waitSignal(card.point_chosen) as told:
        card.points.part("deux_mois").click()
    assert told.args == [ProchainPoint.DEUX_MOIS]


def test_that_minutes_are_corrected_and_told(qtbot, card):
    card.correct_button.click()
    assert card.minutes_edit.text() == "8"
    card.minutes_edit.setText("12")
    with qtbot.waitSignal(card.minutes_corrected) as told:
        qtbot.keyClick(card.minutes_edit, Qt.Key.Key_Return)
    assert told.args == [12]
    assert not card.minutes_edit.isVisible()
    assert card.correct_button.isVisible()


def test_that_the_same_minutes_or_none_tell_nothing(qtbot, card):
    with qtbot.assertNotEmitted(card.minutes_corrected):
        for typed in ("8", ""):
            card.correct_button.click()
            card.minutes_edit.setText(typed)
            qtbot.keyClick(card.minutes_edit, Qt.Key.Key_Tab)


def test_that_escape_keeps_the_counted_time(qtbot, card):
    card.correct_button.click()
    card.minutes_edit.setText("99")
    with qtbot.assertNotEmitted(card.minutes_corrected):
        qtbot.keyClick(card.minutes_edit, Qt.Key.Key_Escape)
    assert card.minutes.isVisible()


def test_that_time_goes_by_without_disturbing_the_correction(card, situation):
    card.correct_button.click()
    card.minutes_edit.setText("1")
    card.show_progress(replace(situation, minutes=9))
    assert card.minutes_edit.text() == "1"
    assert not card.minutes.isVisible()


def test_that_the_person_may_say_it_was_not_discussed(qtbot, card):
    with qtbot.waitSignal(card.discussed) as told:
        card.discussed_box.click()
    assert told.args == [False]


def test_that_a_closed_meeting_tells_and_asks_nothing(card, situation):
    card.show_situation(replace(situation, vue=False), closed=True)
    assert card.point.text() == "Sur demande"
    assert card.seen.text() == "Non évoquée"
    for asked in (card.points, card.discussed_box, card.correct_button):
        assert not asked.isVisible()


def test_that_going_over_the_time_planned_is_said_calmly(card, situation):
    card.plan(10)
    card.show_progress(replace(situation, minutes=10))
    assert (card.planned.text(), card.minutes._kind) == ("/ 10\xa0min", "mute")
    card.show_progress(replace(situation, minutes=11))
    assert card.minutes._kind == "warn"
    card.plan(0)
    card.show_progress(situation)
    assert not card.planned.isVisible()
    assert card.minutes._kind == "mute"
