"""Two notes, each saying who reads it."""

import pytest

from microstructure_desktop.services.notes_personnelles import NotesScellees
from microstructure_desktop.ui.pages.seances.note_card import PERSONAL, NoteCard
from microstructure_desktop.ui.widgets.note_line import NoteLine
from tests.ui import a11y


@pytest.fixture
def card(show, theme):
    made = show(NoteCard(), 700, 300)
    made.show_notes("Pour tous", "Pour moi", ["Dr Exemple"])
    return made


def circle(note):
    return note.findChild(NoteLine).text()


def test_that_the_shared_note_comes_first_and_names_its_readers(card):
    assert card.shared.isVisible()
    assert not card.personal.isVisible()
    assert circle(card.shared) == "Lisible par vous, Dr\xa0Exemple. Jamais exportée."


def test_that_the_personal_note_says_that_nobody_else_reads_it(card):
    card.tabs.tab(PERSONAL).click()
    assert card.personal.isVisible()
    assert not card.shared.isVisible()
    assert "personne d’autre ne peut la lire" in circle(card.personal)
    assert a11y.problems(card) == []


def test_that_both_notes_are_heard(card, taper):
    heard = []
    card.edited.connect(lambda: heard.append(1))
    taper(card.shared.editor, "a")
    taper(card.personal.editor, "b")
    assert len(heard) == 2
    assert "b" in card.personal.text()


def test_that_another_session_opens_on_its_shared_note(card):
    card.tabs.tab(PERSONAL).click()
    card.show_notes("Autre", "", [])
    assert card.shared.isVisible()
    assert (card.shared.text(), card.personal.text()) == ("Autre", "")


@pytest.mark.parametrize("feuille", [True, False])
def test_that_nothing_is_written_over_a_note_that_cannot_be_read(card, feuille):
    asked = []
    card.reopen_asked.connect(lambda: asked.append(1))
    card.show_notes("Pour tous", "", [])
    card.show_sealed("c2NlbGzDqQ==", NotesScellees(feuille=feuille))
    assert not card.closed.isVisible()
    card.tabs.tab(PERSONAL).click()
    assert (card.closed.isVisible(), card.personal.isVisible()) == (True, False)
    assert card.closed.action_button.isVisible() is feuille
    card.closed.action_button.click()
    assert (asked, card.sealed) == ([1], "c2NlbGzDqQ==")
    card.show_sealed("", None)
    assert (card.closed.isVisible(), card.personal.isVisible()) == (False, True)
