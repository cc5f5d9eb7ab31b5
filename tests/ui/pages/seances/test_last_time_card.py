"""The note of the last session is at hand, and the way to all of them."""

from datetime import date

import pytest

from microstructure_desktop.ui.pages.seances.last_time_card import LastTimeCard
from tests.cabinet import TODAY
from tests.factories import a_consultation


@pytest.fixture
def card(show, theme):
    return show(LastTimeCard(), 300, 300)


def test_that_the_last_note_is_dated_and_readable(card):
    last = a_consultation(jour=date(2026, 11, 12), note_partagee="Sommeil amélioré.")
    card.show_last(last, 4, TODAY)
    assert card.title.text() == "La dernière fois — jeu.\xa012\xa0nov."
    assert card.note.text() == "Sommeil amélioré."
    assert card.all_button.text() == "Voir les 4\xa0séances"


def test_that_a_single_session_is_not_a_plural(card):
    card.show_last(a_consultation(note_partagee=""), 1, TODAY)
    assert card.all_button.text() == "Voir la séance"
    assert card.note.text() == "Pas de note partagée ce jour-là."


def test_that_a_long_note_is_shortened_between_two_words(card):
    card.show_last(a_consultation(note_partagee="mot " * 300), 2, TODAY)
    assert card.note.text().endswith("mot…")
    assert len(card.note.text()) < 430


def test_that_a_first_session_says_so_and_offers_nothing(card):
    card.show_last(None, 0, TODAY)
    assert card.title.text() == "La dernière fois"
    assert "Aucune séance" in card.note.text()
    assert not card.all_button.isVisible()


def test_that_all_sessions_are_asked_for(card, qtbot):
    card.show_last(a_consultation(), 2, TODAY)
    with qtbot.waitSignal(card.all_clicked):
        card.all_button.click()
