"""Sentences under a title."""

from microstructure_desktop.ui.preview.sentences_card import SentencesCard


def test_that_sentences_are_shown_and_nothing_hides_the_card(show):
    card = show(SentencesCard("À corriger", "danger"))
    card.show_sentences(["ligne 3", "ligne 9"])
    assert card.sentences() == ["ligne 3", "ligne 9"]
    assert card.isVisible()
    card.show_sentences(["ligne 9"])
    assert card.sentences() == ["ligne 9"]
    card.show_sentences([])
    assert not card.isVisible()
