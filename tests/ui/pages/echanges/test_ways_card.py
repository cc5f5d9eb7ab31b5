"""The ways in order, what can be done with each, those that the animator offers."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.convention import CanalPropose
from microstructure_desktop.services.canaux import Voie
from microstructure_desktop.ui.pages.echanges.ways_card import WaysCard
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui import a11y

DAV = Reglage(CanalId("a"), TypeCanal.WEBDAV, "Compte", "https://dav.exemple.fr/x/", "oliviers")
PAPER = Reglage(CanalId("b"), TypeCanal.PAPIER, "Feuille", "")
OFFERED = CanalPropose(TypeCanal.NEXTCLOUD, "https://nuage.exemple.fr/s/ZQX", "Nuage")


@pytest.fixture
def card(theme, show):
    made = show(WaysCard(may_write=True), 800, 500)
    made.show_ways((Voie(DAV, True), Voie(PAPER, False)), (OFFERED,))
    return made


def told(card) -> str:
    return "\n".join(label.text() for label in card.findChildren(Label))


def test_that_each_way_says_where_it_leads_and_nothing_that_opens_it(card):
    said = told(card)
    assert "1. Compte" in said
    assert "Dossier en ligne, avec un compte · dav.exemple.fr · mot de passe gardé" in said
    assert "2. Feuille" in said
    assert "ZQX" not in said
    assert a11y.problems(card) == []


def test_that_each_button_names_its_way(qtbot, card):
    first, second = card.lines
    acts = {
        first.try_button: card.try_asked,
        first.edit_button: card.edit_asked,
        first.remove_button: card.remove_asked,
    }
    for button, signal in acts.items():
        with qtbot.waitSignal(signal) as said:
            button.click()
        assert said.args == [first.voie]
        assert "Compte" in button.accessibleName()
    with qtbot.waitSignal(card.first_asked) as said:
        second.up_button.click()
    assert said.args == [second.voie]


def test_that_the_first_stays_first_and_paper_is_not_tried(card):
    first, second = card.lines
    assert not first.up_button.isVisible()
    assert not second.try_button.isVisible()


def test_that_what_is_offered_is_set_up_from_there(qtbot, card):
    with qtbot.waitSignal(card.add_asked) as said:
        card.offered[0].click()
    assert said.args == [OFFERED]
    with qtbot.waitSignal(card.add_asked) as said:
        card.add_button.click()
    assert said.args == [None]


def test_that_a_try_is_told_in_its_line(card):
    line = card.line_of("a")
    line.set_busy(busy=True)
    assert not line.try_button.isEnabled()
    line.set_busy(busy=False)
    line.say("Il n’y a plus de place à cet endroit.", good=False)
    assert line.outcome.isVisible()
    assert line.outcome.text() == "Il n’y a plus de place à cet endroit."
    assert card.line_of("z") is None


def test_that_a_way_on_pause_says_so(card):
    card.show_ways((Voie(replace(DAV, actif=False), True),), ())
    assert "En pause" in told(card)


def test_that_who_only_reads_changes_nothing(theme, show):
    card = show(WaysCard(may_write=False), 800, 300)
    card.show_ways((Voie(DAV, True), Voie(PAPER, False)), (OFFERED,))
    assert card.offered == []
    assert not card.add_button.isVisible()
    buttons = ("try_button", "up_button", "edit_button", "remove_button")
    assert not any(getattr(line, b).isVisible() for line in card.lines for b in buttons)
