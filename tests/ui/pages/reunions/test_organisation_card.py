"""The team's own questions, and its next date."""

from datetime import date

import pytest

from microstructure_desktop.ui.pages.reunions.organisation_card import OrganisationCard
from tests.cabinet import TODAY
from tests.ui.a11y import problems

DECEMBER = date(2026, 12, 17)


@pytest.fixture
def card(show):
    made = show(OrganisationCard(lambda: TODAY))
    made.show_organisation("Salle.", DECEMBER, closed=False)
    return made


def test_that_the_weekday_of_the_next_date_is_said(card):
    assert card.text.text() == "Salle."
    assert "les autres participants" in card.text.editor.accessibleDescription()
    assert card.next.text() == "17/12/2026"
    assert card._next_field._hint.text() == "Jeudi 17\xa0décembre\xa02026"
    assert problems(card) == []


def test_that_each_key_of_the_text_is_told(card, taper):
    told = []
    card.text_edited.connect(told.append)
    taper(card.text.editor, "é")
    assert told == ["éSalle."]


def test_that_showing_tells_nothing(qtbot, card):
    with qtbot.assertNotEmitted(card.text_edited):
        card.show_organisation("Autre.", None, closed=False)
    assert card._next_field._hint.text() == "À fixer ensemble."


def test_that_a_date_typed_shortly_is_told_whole(qtbot, card):
    with qtbot.waitSignal(card.next_chosen) as told:
        card.next.set_typed("+2s")
    assert told.args == [date(2026, 12, 3)]


def test_that_what_is_no_date_is_said_and_not_kept(qtbot, card):
    with qtbot.assertNotEmitted(card.next_chosen):
        card.next.set_typed("bientôt")
    assert "17/12/2026" in card._next_field.error_text


def test_that_a_closed_meeting_is_only_read(card):
    card.show_organisation("Salle.", DECEMBER, closed=True)
    assert card.text.editor.isReadOnly()
    assert card.next.isReadOnly()
