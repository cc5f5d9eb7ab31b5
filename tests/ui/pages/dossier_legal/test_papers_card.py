"""Each document is one click away, and says what it still lacks."""

import pytest

from microstructure_desktop.services import dossier_legal
from microstructure_desktop.ui.pages.dossier_legal.papers_card import READY, PapersCard
from tests.ui import a11y


@pytest.fixture
def card(team, theme, show):
    made = show(PapersCard(), 800, 900)
    made.show_papers(dossier_legal.dossier(team.medecin).papiers)
    return made


def test_that_each_document_is_asked_by_its_name(card, qtbot):
    assert a11y.problems(card) == []
    assert tuple(card.buttons) == dossier_legal.noms()
    for name, button in card.buttons.items():
        with qtbot.waitSignal(card.asked) as asked:
            button.click()
        assert asked.args == [name]


def test_that_what_is_missing_is_said_until_it_is_there(card, team):
    assert card.notes["notice_equipe"].text() == (
        "À compléter\u00a0: structure d’addictologie partenaire, contact pour exercer ses droits, "
        "délégué à la protection des données."
    )
    for name in ("csapa", "contact", "dpo"):
        dossier_legal.repondre(team.medecin, name, "ici")
    card.show_papers(dossier_legal.dossier(team.medecin).papiers)
    assert card.notes["notice_equipe"].text() == READY
    assert len(card.buttons) == len(dossier_legal.noms())
