"""The way a month goes, in words and shapes; only what can be done is offered."""

from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.boite_envoi import EtatPli, Pli
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.ui.pages.partage.state_card import StateCard
from microstructure_desktop.ui.pages.partage.steps import Acte, Etape
from microstructure_desktop.ui.widgets.labels import Label, Paragraph

NOW = datetime(2026, 11, 19, 14, tzinfo=UTC)
SEALED = Etape("Scellé", "info", "Scellé.", "", Acte.ENVOYER, "Envoyer", annulable=True)


def lu(etat):
    return EnvoiLu(Pli("ab" * 32, "2026-10", 1, None, "x.msma", NOW, etat), (), None)


@pytest.fixture
def card(qtbot):
    made = StateCard(may_write=True)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(card):
    every = (*card.others.values(), card.cancel_button, card.receipt_button)
    return {b.text() for b in every if b.isVisible()}


def words(card):
    found = [x for kind in (Label, Paragraph) for x in card.findChildren(kind)]
    return [x.text() for x in found if x.isVisibleTo(card)]


def test_that_before_anything_there_is_one_sentence(card):
    card.show_step(Etape("Prêt", "ok", "Rien n’est parti.", sceller=True), None, [], sealed=False)
    assert card.said.text() == "Rien n’est parti."
    assert shown(card) == set()
    assert "Remis" not in words(card)


def test_that_a_sealed_month_can_go_another_way_or_be_taken_back(qtbot, card):
    card.show_step(SEALED, lu(EtatPli.SCELLE), [Acte.ENVOYER, Acte.MESSAGE], sealed=True)
    assert shown(card) == {
        "Écrire sur la clé",
        "Préparer le message",
        "Annuler cet envoi",
        "Importer un accusé…",
    }
    with qtbot.waitSignal(card.asked) as asked:
        card.others[Acte.MESSAGE].click()
    assert asked.args == [Acte.MESSAGE]
    for button, signal in (
        (card.cancel_button, card.cancel_asked),
        (card.receipt_button, card.receipt_asked),
        (card.annex_button, card.annex_asked),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_that_the_steps_are_told_in_words(qtbot, card):
    card.show_step(SEALED, lu(EtatPli.DEPOSE), [], sealed=True)
    qtbot.waitUntil(lambda: {"Scellé", "Remis", "Reçu par l’animateur"} <= set(words(card)))
    card.show_step(SEALED, lu(EtatPli.REFUSE), [], sealed=True)
    qtbot.waitUntil(lambda: "Refusé par l’animateur" in words(card))


def test_that_what_goes_on_is_said_without_stopping_the_page(card):
    card.show_step(SEALED, lu(EtatPli.SCELLE), [Acte.ENVOYER], sealed=True)
    card.set_busy("Envoi en cours.")
    assert card.busy.isVisible()
    assert not card.cancel_button.isEnabled()
    assert card.receipt_button.isEnabled()
    card.set_busy("")
    assert not card.busy.isVisible()
    assert card.cancel_button.isEnabled()


def test_that_who_only_reads_has_nothing_to_press_but_the_annex(qtbot):
    card = StateCard(may_write=False)
    qtbot.addWidget(card)
    card.show()
    card.show_step(SEALED, lu(EtatPli.SCELLE), [Acte.ENVOYER], sealed=True)
    assert shown(card) == set()
    assert card.annex_button.isVisible()
