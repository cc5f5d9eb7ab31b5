"""Each key says its age; one that still holds what was erased says so."""

from datetime import UTC, datetime, timedelta

from microstructure_desktop.domain.ids import SupportId
from microstructure_desktop.domain.sauvegarde import Fraicheur
from microstructure_desktop.domain.support import Support
from microstructure_desktop.services.sauvegardes import EtatSupport
from microstructure_desktop.ui.pages.sauvegardes.supports_card import SupportsCard
from tests.ui import a11y
from tests.ui.discreet import texts

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)
BLUE = EtatSupport(
    Support(SupportId("b"), "Clé bleue", NOW, NOW - timedelta(days=9)), Fraicheur.ANCIENNE
)
RED = EtatSupport(Support(SupportId("r"), "Disque", NOW), Fraicheur.JAMAIS)


def said(card):
    return " ".join(texts(card))


def test_that_each_one_says_its_age_and_can_be_left(show, qtbot):
    card = show(SupportsCard(may_retire=True), 320, 400)
    card.show_supports([BLUE, RED], frozenset({BLUE.support.id}), {}, NOW)
    assert "il y a 9\u00a0jours" in said(card)
    assert "Aucune copie" in said(card)
    assert said(card).count("effacé") == 1
    assert card.buttons[SupportId("r")].accessibleName() == "N’est plus utilisé\u00a0: Disque"
    with qtbot.waitSignal(card.retire_asked) as told:
        card.buttons[SupportId("b")].click()
    assert told.args == [BLUE.support]
    assert a11y.problems(card) == []


def test_that_none_is_said_and_a_reader_leaves_nothing(show):
    card = show(SupportsCard(may_retire=False), 320, 300)
    card.show_supports([], frozenset(), {}, NOW)
    assert "Aucune clé" in said(card)
    card.show_supports([BLUE], frozenset(), {}, NOW)
    assert card.buttons == {}


def test_that_who_left_and_opens_them_is_named(show):
    card = show(SupportsCard(may_retire=True), 320, 400)
    card.show_supports([BLUE, RED], frozenset(), {BLUE.support.id: "Anne Partie"}, NOW)
    assert said(card).count("que Anne Partie pourrait ouvrir") == 1
    assert a11y.problems(card) == []
