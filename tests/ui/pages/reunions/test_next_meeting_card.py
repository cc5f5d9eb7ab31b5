"""The coming meeting in one card: when, with what, and the button that leads to it."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import syntheses
from microstructure_desktop.ui.pages.reunions.next_meeting_card import NextMeetingCard
from tests.cabinet import TODAY
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def card(show):
    return show(NextMeetingCard(), 900, 120)


def test_that_a_meeting_not_prepared_yet_invites_to_prepare(card, team, who):
    scenes.hold(team, scenes.seen(who.luc, scenes.decision("Patch")))
    card.show_next(syntheses.prepare(team.psychologue), TODAY)
    assert card.over.text() == "Prochaine réunion"
    assert card.day.text() == "Jeudi 19\xa0novembre\xa02026"
    assert card.tag.text() == "Aujourd’hui"
    assert card.facts.text() == "3\xa0propositions · 1\xa0décision à reprendre"
    assert card.button.text() == "Préparer la réunion"
    assert problems(card) == []


def test_that_a_prepared_one_is_taken_up(card, team, who):
    prepared = syntheses.prepare(team.psychologue)
    synthese = replace(
        prepared.synthese,
        jour=date(2026, 11, 26),
        situations=(Situation(who.sophie.id, Motif.QUESTION),),
    )
    syntheses.save(team.psychologue, synthese, None)
    card.show_next(syntheses.prepare(team.psychologue), TODAY)
    assert card.tag.text() == "En préparation"
    assert card.facts.text().startswith("Dans 7\xa0jours · 1\xa0patient à l’ordre du jour · ")
    assert card.button.text() == "Reprendre la préparation"


def test_that_one_under_way_is_gone_back_to(qtbot, card, opened):
    card.show_next(opened, TODAY)
    assert card.over.text() == "Réunion en cours"
    assert card.facts.text() == "Commencée à 12:32 · 0 sur 3\xa0situations évoquées"
    assert card.button.text() == "Reprendre la réunion"
    with qtbot.waitSignal(card.clicked):
        card.button.click()


def test_that_an_empty_agenda_is_said_too(card, team):
    card.show_next(syntheses.prepare(team.psychologue), TODAY)
    assert card.facts.text() == "Personne n’est proposé pour l’instant"
