"""What is left before a fiche can be marked complete."""

import pytest

from microstructure_desktop.forms import wording
from microstructure_desktop.forms.rules import Problem
from microstructure_desktop.ui.preview.missing_card import NOTHING, MissingCard
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.forms.samples import chain

FORM = chain()


@pytest.fixture
def card(show):
    return show(MissingCard(), 300, 300)


def test_that_each_question_is_named_and_what_is_wrong_is_said(card):
    card.show_problems(
        FORM, [Problem("jour", wording.ANSWER_MISSING), Problem("poids", "Entrez un nombre")]
    )
    assert [link.text() for link in card.links] == ["Jour", "Poids\u00a0: Entrez un nombre"]


def test_that_a_line_leads_to_its_question(card, qtbot):
    card.show_problems(FORM, [Problem("jour", wording.ANSWER_MISSING)])
    with qtbot.waitSignal(card.chosen) as told:
        card.links[0].click()
    assert told.args == ["jour"]


def test_that_the_same_list_is_not_made_again(card):
    card.show_problems(FORM, [Problem("jour", "x")])
    (link,) = card.links
    card.show_problems(FORM, [Problem("jour", "x")])
    assert card.links == [link]


def test_that_nothing_left_is_said(card):
    card.show_problems(FORM, [])
    assert card.links == []
    assert [line.text() for line in card.findChildren(Paragraph)] == [NOTHING]
