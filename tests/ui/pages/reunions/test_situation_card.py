"""Three texts to read and to change; each key is told, nothing else is."""

from dataclasses import replace

import pytest

from microstructure_desktop.ui.pages.reunions.situation_card import SituationCard
from tests.ui.a11y import name_of, problems


@pytest.fixture
def card(show):
    return show(SituationCard())


@pytest.fixture
def situation(opened, who):
    return opened.synthese.situation(who.sophie.id)


def test_that_the_card_says_who_why_and_what_was_shared(card, situation, names):
    card.show_situation(situation, names, 34, "C. Modèle", closed=False)
    assert card.name.text() == "LÉGENDE Sophie"
    assert card.age.text() == "34\xa0ans"
    assert card.question.text() == "Question posée par C. Modèle\xa0: Reprise du travail ?"
    assert card.areas["psychologique"].text() == "Trois semaines sans alcool."
    assert name_of(card.areas["medical"].editor) == "Médical"
    assert card.origin.text().endswith("les travailleurs sociaux et les autres participants.")
    assert problems(card) == []


def test_that_a_key_tells_its_column_and_its_text(qtbot, card, situation, names, taper):
    card.show_situation(situation, names, 34, "", closed=False)
    told = []
    card.text_edited.connect(lambda key, text: told.append((key, text)))
    taper(card.areas["social"].editor, "Été")
    assert told[-1] == ("social", "Été")
    assert {key for key, _ in told} == {"social"}


def test_that_showing_somebody_tells_nothing(qtbot, card, situation, names, opened, who):
    with qtbot.assertNotEmitted(card.text_edited):
        card.show_situation(situation, names, 34, "", closed=False)
        card.show_situation(opened.synthese.situation(who.luc.id), names, 40, "", closed=False)
    assert card.areas["psychologique"].text() == ""


def test_that_the_cursor_stays_where_it_is_when_the_same_text_is_shown_again(
    card, situation, names
):
    card.show_situation(situation, names, 34, "", closed=False)
    cursor = card.areas["psychologique"].editor.textCursor()
    cursor.setPosition(5)
    card.areas["psychologique"].editor.setTextCursor(cursor)
    names.discretion.switch(on=True)
    card.show_situation(situation, names, 34, "", closed=False)
    assert card.areas["psychologique"].editor.textCursor().position() == 5
    assert "LÉGENDE" not in card.name.text()


def test_that_a_closed_meeting_is_only_read(card, situation, names):
    card.show_situation(situation, names, 34, "", closed=True)
    assert all(area.editor.isReadOnly() for area in card.areas.values())


def test_that_the_record_is_asked_for(qtbot, card):
    with qtbot.waitSignal(card.record_clicked):
        card.record_button.click()


def test_that_a_limit_is_said_where_the_notes_would_be(card, situation, names, team):
    limited = replace(names, limites={situation.patient: (team.medecin.membre,)})
    card.show_situation(situation, limited, 34, "", closed=False)
    assert "pas devant Dr Exemple. Rien n’a été repris" in card.limit.text()
    card.show_situation(situation, names, 34, "", closed=False)
    assert not card.limit.isVisible()


def test_that_each_source_is_a_way_back_to_its_session(qtbot, card, situation, names):
    card.show_situation(situation, names, 34, "", closed=False)
    (button,) = card.sources.buttons
    with qtbot.waitSignal(card.source_clicked) as told:
        button.click()
    assert told.args == [situation.sources[0]]


def test_that_nothing_shared_is_said(card, situation, names, opened, who):
    card.show_situation(opened.synthese.situation(who.luc.id), names, 34, "", closed=False)
    assert card.origin.text().startswith("Aucune note n’a été partagée")
    assert not card.sources.isVisible()
    card.show_situation(situation, names, 34, "", closed=False)
    assert card.origin.text().startswith("Ces textes se modifient ici")
