"""When the meeting is planned, in words; a date in the past is told, never refused."""

from datetime import date, time

import pytest

from microstructure_desktop.ui.pages.reunions.date_card import DateCard
from tests.cabinet import TODAY
from tests.ui.a11y import problems


@pytest.fixture
def card(show):
    made = show(DateCard(lambda: TODAY), 440, 200)
    made.show_date(date(2026, 11, 26), time(12, 30))
    return made


def test_that_the_date_is_said_with_its_weekday_and_distance(card):
    assert card.note.text() == "Jeudi 26\xa0novembre\xa02026, dans 7\xa0jours"
    assert (card.day.text(), card.time.text()) == ("26/11/2026", "12:30")
    assert problems(card) == []


def test_that_day_and_hour_are_told(qtbot, card):
    with qtbot.waitSignal(card.day_chosen) as day:
        card.day.set_typed("demain")
    assert day.args == [date(2026, 11, 20)]
    card.time.setText("9h")
    with qtbot.waitSignal(card.time_chosen) as hour:
        card.time.editingFinished.emit()
    assert hour.args == [time(9)]


def test_that_a_past_date_is_told_and_kept(qtbot, card):
    with qtbot.waitSignal(card.day_chosen):
        card.day.set_typed("hier")
    assert "Cette date est passée" in card.note.text()


def test_that_what_is_no_date_is_said_and_not_kept(qtbot, card):
    with qtbot.assertNotEmitted(card.day_chosen), qtbot.assertNotEmitted(card.time_chosen):
        card.day.set_typed("bientôt")
        card.time.setText("midi")
        card.time.editingFinished.emit()
    assert "26/11/2026" in card._day_field.error_text
    assert "12:30" in card._time_field.error_text
    card.show_date(date(2026, 11, 26), time(12, 30))
    assert (card.day.text(), card._day_field.error_text) == ("26/11/2026", "")
