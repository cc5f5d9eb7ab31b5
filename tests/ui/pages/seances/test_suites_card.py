"""What to discuss is asked with a tick, the next appointment with a delay."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui.pages.seances.suites_card import SuitesCard
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def card(show, theme):
    made = show(SuitesCard(), 300, 300)
    made.show_suites(None, "", date(2026, 11, 26))
    return made


def test_that_the_meeting_is_dated_once_planned(card):
    assert card.discuss.text() == "À discuter le 26/11"
    card.show_suites(None, "", None)
    assert card.discuss.text() == "À discuter à la prochaine synthèse"


def test_that_ticking_opens_the_question_and_takes_the_keyboard_there(card, taper):
    assert (card.question.isVisible(), card.asked()) == (False, None)
    assert not card.readers.isVisible()
    card.discuss.click()
    assert card.readers.isVisible()
    assert card.readers.text() == "Lisible par tous les soignants de l’équipe."
    assert QApplication.focusWidget() is card.question
    taper(card.question, "Relais tabac")
    assert card.asked() == "Relais tabac"
    assert a11y.problems(card) == []


def test_that_unticking_takes_the_question_back_but_not_the_words(card):
    card.show_suites("Relais tabac", "", None)
    card.discuss.click()
    assert (card.asked(), card.question.isVisible()) == (None, False)
    card.discuss.click()
    assert card.asked() == "Relais tabac"


def test_that_a_delay_is_asked_for_and_written(card, qtbot):
    with qtbot.waitSignal(card.delay_chosen) as asked:
        card.delays.chip("2s").click()
    assert asked.args == ["2s"]
    with qtbot.waitSignal(card.edited):
        card.plan(date(2026, 12, 3), time(14))
    assert card.next.text() == "03/12/2026 14:00"


@pytest.mark.parametrize(
    ("planned", "taken"),
    [
        (date(2026, 12, 3), ("2s",)),
        (date(2026, 11, 26), ("1s",)),
        (date(2026, 12, 4), ()),
        (None, ()),
    ],
)
def test_that_the_delay_that_leads_to_the_day_is_marked(card, planned, taken):
    card.mark_delay(planned, TODAY, TODAY)
    assert card.delays.selected() == taken
