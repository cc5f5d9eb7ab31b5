"""One card, three states: no file, a file that waits, a convention in use."""

import pytest

from microstructure_desktop.services import enrolement
from microstructure_desktop.ui.pages.echanges.convention_card import ConventionCard
from tests.exchange.keys import ANIMATRICE, SUIVANTE
from tests.services.conventions import coded, enrolled, fichier
from tests.ui import a11y


@pytest.fixture
def card(theme, show):
    return show(ConventionCard(may_write=True), 800, 700)


@pytest.fixture
def office(team):
    coded(team.medecin)
    return team.medecin


def shown(card) -> set[str]:
    parts = ("drop", "phone", "use_button", "abandon_button", "replace_button", "loss_button")
    return {name for name in (*parts, "no_code", "news") if getattr(card, name).isVisible()}


def test_that_the_first_thing_is_to_let_go_of_a_file(card, office):
    card.show_state(enrolement.etat(office))
    assert shown(card) == {"drop"}
    assert card.first() is card.drop.button
    assert a11y.problems(card) == []


def test_that_a_first_file_waits_for_a_call(card, office):
    enrolement.importer(office, fichier())
    card.show_state(enrolement.etat(office))
    assert shown(card) == {"phone", "abandon_button"}
    assert card.first() is card.phone.typed
    assert card.tag.text() == "À confirmer"
    assert a11y.problems(card) == []


def test_that_a_cabinet_without_code_is_sent_to_its_settings(qtbot, card, office):
    coded(office, "")
    enrolement.importer(office, fichier())
    card.show_state(enrolement.etat(office))
    assert shown(card) == {"no_code", "abandon_button"}
    with qtbot.waitSignal(card.code_asked):
        card.no_code.action_button.click()


def test_that_one_in_use_can_be_replaced(card, office):
    card.show_state(enrolled(office))
    assert shown(card) == {"replace_button", "loss_button"}
    assert card.tag.text() == "Confirmée le 19\u00a0novembre\u00a02026"


def test_that_what_a_known_key_vouches_for_is_used_without_a_call(qtbot, card, office):
    enrolled(office)
    enrolement.importer(office, fichier(2, SUIVANTE, ANIMATRICE, jour_limite=20))
    card.show_state(enrolement.etat(office))
    assert shown(card) == {"use_button", "abandon_button", "news"}
    assert "garantit la nouvelle" in card.news.text()
    with qtbot.waitSignal(card.confirm_asked) as told:
        card.use_button.click()
    assert told.args == [""]


def test_that_a_lost_key_is_heard_again(card, office):
    enrolled(office)
    enrolement.importer(office, fichier(1, SUIVANTE), perte=True)
    card.show_state(enrolement.etat(office))
    assert shown(card) == {"phone", "abandon_button", "news"}


def test_that_who_only_reads_is_offered_nothing(theme, show, office):
    card = show(ConventionCard(may_write=False), 800, 500)
    card.show_state(enrolement.etat(office))
    assert shown(card) == set()
    assert card.nobody.isVisible()
    enrolement.importer(office, fichier())
    card.show_state(enrolement.etat(office))
    assert shown(card) == set()
