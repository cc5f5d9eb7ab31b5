"""Proposals are accepted one by one, all at once, or there are none."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services import syntheses
from microstructure_desktop.ui.pages.reunions.names import Names
from microstructure_desktop.ui.pages.reunions.proposals_card import ProposalsCard
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems


@pytest.fixture
def prepared(team, who):
    return syntheses.prepare(team.psychologue)


@pytest.fixture
def people(desk, prepared):
    return Names(prepared.patients, prepared.membres, desk.context.discretion)


@pytest.fixture
def card(show, prepared, people):
    made = show(ProposalsCard(), 700, 500)
    made.show_proposals(prepared.propositions, people, none_at_all=False)
    return made


def told(card):
    return " ".join(p.text() for p in card.findChildren(Paragraph) if p.isVisible())


def test_that_each_proposal_has_a_line_in_words(qtbot, card, who):
    qtbot.waitUntil(card.rows[-1].isVisible)
    assert [row.patient for row in card.rows] == [who.sophie.id, who.luc.id, who.ana.id]
    assert card.counter.text() == "3"
    text = told(card)
    assert "Question de\xa0C. Modèle « Reprise du travail ? »" in text
    assert "Incluse depuis la dernière réunion" in text
    assert problems(card) == []


def test_that_one_or_all_are_accepted(qtbot, card, who):
    with qtbot.waitSignal(card.accepted) as one:
        card.rows[1].accept_button.click()
    assert one.args == [(who.luc.id,)]
    with qtbot.waitSignal(card.accepted) as all_:
        card.all_button.click()
    assert all_.args == [(who.sophie.id, who.luc.id, who.ana.id)]


def test_that_the_keyboard_goes_on_to_the_next_proposal(qtbot, card, prepared, people):
    qtbot.waitUntil(card.rows[0].isVisible)
    card.rows[0].accept_button.setFocus(Qt.FocusReason.TabFocusReason)
    card.show_proposals(prepared.propositions[1:], people, none_at_all=False)
    qtbot.waitUntil(card.rows[0].accept_button.hasFocus)


def test_that_everybody_accepted_and_nobody_proposed_are_told_apart(card, people):
    card.show_proposals((), people, none_at_all=False)
    assert "Toutes les propositions sont à l’ordre du jour" in told(card)
    assert not card.all_button.isVisible()
    card.show_proposals((), people, none_at_all=True)
    assert "Personne n’est proposé" in told(card)
