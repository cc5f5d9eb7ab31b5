"""Old decisions are gathered, and gone when there are none."""

import pytest

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.ui.pages.reunions.reprises_card import ReprisesCard
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui.a11y import problems


@pytest.fixture
def card(show, opened, names):
    made = show(ReprisesCard())
    made.show_reprises(opened.synthese.reprises, names, asked=True)
    return made


def test_that_each_old_decision_has_a_row(card):
    assert len(card.suite_rows) == 1
    assert card.counter.text() == "1\xa0décision"
    assert problems(card) == []


def test_that_an_answer_goes_up(qtbot, card, opened):
    with qtbot.waitSignal(card.suite_chosen) as told:
        card.suite_rows[0].suites.part("abandonnee").click()
    assert told.args == [opened.synthese.reprises[0].decision.id, Suite.ABANDONNEE]


def test_that_nothing_to_follow_shows_nothing(card, names):
    card.show_reprises((), names, asked=True)
    assert not card.isVisible()


def test_that_a_projected_list_is_named_anew_where_it_stands(card, names):
    (row,) = card.suite_rows
    names.discretion.switch(on=True)
    card.name_patients(names)
    assert card.suite_rows == [row]
    shown = [label.text() for label in row.findChildren(Label)]
    assert names.patient(row._patient) in shown
    assert not [text for text in shown if "BERNARD" in text]
