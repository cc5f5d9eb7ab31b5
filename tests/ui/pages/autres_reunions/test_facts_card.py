"""The day, the hours, the place; what cannot be read is said and changes nothing."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.ui.pages.autres_reunions.facts_card import FactsCard
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def card(theme, show, meeting):
    made = FactsCard(lambda: TODAY)
    made.opened = meeting(lieu="Mairie")
    made.show_meeting(made.opened)
    return show(made, 340, 300)


def test_that_a_meeting_comes_back_as_it_was_shown(card):
    assert a11y.problems(card) == []
    assert card.applied(card.opened.reunion) == card.opened.reunion


def test_that_what_is_typed_is_given_back_and_said(qtbot, card):
    with qtbot.waitSignal(card.edited):
        card.day.set_typed("24/11/2026")
    card.start.setText("9h")
    card.end.setText("")
    card.place.setText("CSAPA")
    found = card.applied(card.opened.reunion)
    assert (found.jour, found.debut, found.fin) == (date(2026, 11, 24), time(9), None)
    assert found.lieu == "CSAPA"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("day", "hier soir", "24/11/2026"),
        ("start", "midi", "14:00"),
        ("end", "tard", "14:00"),
        ("end", "13:00", "finir après"),
    ],
)
def test_that_a_bad_field_is_said_and_has_the_keyboard(card, name, typed, said):
    edit = getattr(card, name)
    edit.setText(typed)
    before = card.opened.reunion
    assert card.show_problems(card.applied(before))
    (wrong,) = [f for f in card.fields.values() if f.error_text]
    assert wrong.editor is edit
    assert said in wrong.error_text
    assert edit.hasFocus()
    edit.setText({"day": "24/11/2026", "start": "14:00", "end": "16:00"}[name])
    assert not card.show_problems(card.applied(before))


def test_that_a_meeting_that_has_begun_is_not_of_a_day_to_come(card, meeting):
    begun = meeting(etat=Etat.EN_COURS)
    card.show_meeting(begun)
    card.day.setText("01/02/2027")
    assert card.show_problems(card.applied(begun.reunion))
    assert "à venir" in card.fields["jour"].error_text


def test_that_a_closed_meeting_is_only_read(card, meeting):
    card.show_meeting(meeting(etat=Etat.CLOSE, points=(Point("Divers", "Dit."),)))
    edits = (card.day, card.start, card.end, card.place)
    assert all(edit.isReadOnly() for edit in edits)
