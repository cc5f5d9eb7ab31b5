"""Former stores are said one by one; what nobody here opens is deleted with stronger words."""

from datetime import date

from microstructure_desktop.services.anciens_coffres import AncienCoffre, Cle
from microstructure_desktop.ui.pages.sauvegardes.former_card import FormerCard, lost, name
from tests.ui import a11y
from tests.ui.discreet import texts

BEFORE = AncienCoffre(
    "coffre.avant-restauration-20261119-140500",
    "avant-restauration",
    date(2026, 11, 19),
    18_000_000,
    Cle.DU_CABINET,
)
ASIDE = AncienCoffre("coffre.ici", "", None, 850_000, Cle.INCONNUE)


def test_that_each_says_what_it_is_and_is_asked_for_alone(show, qtbot):
    card = FormerCard(may_delete=True)
    card.show_stores([BEFORE, ASIDE])
    show(card, 600, 400)
    said = texts(card)
    assert "Coffre du 19/11/2026" in said
    assert "Gardé lors d’une restauration · 18\u00a0Mo · sous la clé du cabinet" in said
    assert "coffre.ici" in said
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.delete_asked) as told:
        card.buttons[ASIDE.nom].click()
    assert told.args == [ASIDE]


def test_that_a_reader_deletes_nothing_and_none_shows_nothing(show):
    card = show(FormerCard(may_delete=False), 600, 300)
    card.show_stores([BEFORE])
    assert (card.buttons, card.isHidden()) == ({}, False)
    card.show_stores([])
    assert card.isHidden()


def test_that_what_nobody_here_opens_asks_for_a_word():
    assert lost(BEFORE)[1] == ""
    text, word = lost(ASIDE)
    assert "le seul exemplaire" in text
    assert word == "supprimer"
    assert name(ASIDE) == "coffre.ici"
