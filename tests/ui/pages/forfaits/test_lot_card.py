"""A list prepared says what it holds, what changed, and what may be done of it."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import facturation
from microstructure_desktop.ui.pages.forfaits.lot_card import LotCard
from tests.services.billing import WHOLE, acts, followed, prepared
from tests.ui.desk import make_desk


@pytest.fixture
def sophie(team):
    return followed(team, done=WHOLE)


@pytest.fixture
def card(team, theme, show, sophie):
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)

    def make(lot, *, may_bill=True):
        return desk, show(LotCard(desk.context, lot, may_bill=may_bill), 900, 300)

    return make


def said(card):
    return " ".join(w.text() for w in card.findChildren(QLabel))


def test_that_it_names_who_is_in_it_unless_names_are_hidden(team, card):
    desk, shown = card(prepared(team))
    assert "LÉGENDE Sophie (829,00\u00a0€)" in said(shown)
    desk.context.discretion.switch(on=True)
    assert "LÉGENDE" not in said(shown)
    assert "S.\u00a0L." in said(shown)


def test_that_what_changed_is_beside_the_name(team, card, sophie):
    lot = prepared(team)
    acts(team, sophie, date(2026, 11, 2), (0, 1, 0))
    _, shown = card(facturation.lot(team.medecin, lot.id))
    assert "séance ajoutée depuis" in said(shown)


def test_that_each_act_is_asked_for(team, card):
    lot = prepared(team)
    _, shown = card(lot)
    asked = []
    for signal in (shown.print_asked, shown.table_asked, shown.sent_asked, shown.back_asked):
        signal.connect(asked.append)
    for button in (shown.print_button, shown.table_button, shown.sent_button, shown.back_button):
        button.click()
    assert asked == [lot] * 4


def test_that_a_list_taken_back_says_why_and_is_not_taken_back_again(team, card):
    lot = facturation.annuler(team.medecin, prepared(team).id, "Montant à corriger")
    _, shown = card(lot)
    assert "Reprise\u00a0: Montant à corriger" in said(shown)
    assert not shown.back_button.isVisible()
    assert not shown.sent_button.isVisible()
    assert shown.print_button.isVisible()
