"""What is missing: each line leads there; hidden names are only counted."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.rapport.checklist_card import ChecklistCard
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui import a11y
from tests.ui.discreet import said_of


@pytest.fixture
def card(desk, opened, show):
    made = ChecklistCard(desk.context.discretion)
    found = opened()
    made.show_checks(found.rapport.controles, found.personnes)
    return show(made, 820, 800)


def leading(card):
    return {b.text(): b for b in card.buttons() if b.isVisible()}


def chosen(qtbot, card, words):
    with qtbot.waitSignal(card.route_chosen) as told:
        leading(card)[words].click()
    return told.args[0]


def test_that_each_line_leads_to_what_is_missing(qtbot, card, sophie):
    assert a11y.problems(card) == []
    assert chosen(qtbot, card, "Mars\xa02026") == Route("activite", mois="2026-03")
    funders = Route("rapport", annee="2026", section="forfaits")
    assert chosen(qtbot, card, "Ajouter un financeur") == funders
    comment = Route("rapport", annee="2026", section="profil")
    assert chosen(qtbot, card, "Profil") == comment


def test_that_the_fiche_to_fill_is_named_and_opened(qtbot, desk, card, sophie):
    lines = [b for b in card.buttons() if b.text() == "LÉGENDE Sophie"]
    assert len(lines) == 3  # three professions
    with qtbot.waitSignal(card.route_chosen) as told:
        lines[-1].click()
    (route,) = told.args
    assert (route.name, route["patient_id"]) == ("fiche", sophie.id)
    assert desk.context.membre.role is Role.PSYCHOLOGUE


def test_that_hidden_names_are_only_counted(desk, card):
    assert not card.hidden_note.isVisible()
    desk.context.discretion.switch(on=True)
    assert card.hidden_note.isVisible()
    assert not {"Ouvrir la fiche", "Ouvrir le dossier"} & set(leading(card))
    assert said_of(("légende", "sophie", "s. l.")) == []
    assert [p.text() for p in card.findChildren(Paragraph) if "1\xa0personne" in p.text()]
    desk.context.discretion.switch(on=False)
    assert "LÉGENDE Sophie" in leading(card)


def test_that_what_is_done_leads_nowhere(desk, card, opened):
    grant = rapport_saisie.FinancementSaisi("ARS", "", 1, date(2026, 1, 1), date(2026, 2, 1))
    rapport_saisie.financer(desk.office, grant)
    found = opened()
    card.show_checks(found.rapport.controles, found.personnes)
    assert "Ajouter un financeur" not in leading(card)
