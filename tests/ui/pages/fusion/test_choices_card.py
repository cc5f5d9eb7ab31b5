"""Part by part, the record that is right."""

import pytest

from microstructure_desktop.services import fusions
from microstructure_desktop.services.fusion_choix import Champ, Cote
from microstructure_desktop.ui.pages.fusion.choices_card import ChoicesCard
from microstructure_desktop.ui.texts import NBSP
from tests.ui import a11y


@pytest.fixture
def card(show, desk, two):
    made = ChoicesCard(desk.context)
    garde, absorbe = two
    made.show_comparison(fusions.compare(desk.office, garde.id, absorbe.id), ())
    return show(made, 700, 400)


def test_that_only_what_differs_is_asked_with_a_proposal(card):
    assert card.choices() == {Champ.NOM: Cote.GARDE, Champ.TELEPHONE: Cote.ABSORBE}
    assert card.shown() == [
        f"n°{NBSP}0001{NBSP}: Légende",
        f"n°{NBSP}0002{NBSP}: Legende",
        f"n°{NBSP}0001{NBSP}: Rien",
        f"n°{NBSP}0002{NBSP}: 06 00",
    ]
    assert a11y.problems(card) == []


def test_that_a_choice_stays_when_names_are_hidden(desk, card):
    card.choose(Champ.NOM, Cote.ABSORBE)
    desk.context.discretion.switch(on=True)
    assert not any("gende" in text or "06 00" in text for text in card.shown())
    assert card.choices()[Champ.NOM] is Cote.ABSORBE


def test_that_two_records_alike_ask_nothing(desk, card, two, team):
    twin = team.patient(programme=None, debut=None)
    card.show_comparison(fusions.compare(desk.office, two[0].id, twin.id), ())
    assert card.choices() == {}
    assert "la même chose" in card.rest.text()
