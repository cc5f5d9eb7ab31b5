"""The page of forfaits: its figures, its filters, the year, the lists prepared."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.forfaits.page import ForfaitsPage
from tests.services.billing import WHOLE, acts, followed, prepared
from tests.services.cases import oppose
from tests.ui import a11y

from .desk import names, opened


@pytest.fixture
def three(team):
    return (
        followed(team, "Albe", done=WHOLE),
        followed(team, "Brun", done=(1, 2, 3), debut=date(2025, 12, 20)),
        followed(team, "Cuvier", papers=False),
    )


@pytest.fixture
def page(team, theme, show):
    def make(role=Role.PSYCHOLOGUE, **params):
        return opened(team, theme, show, ForfaitsPage, role, **params)

    return make


def test_that_the_page_counts_what_is_open_and_what_each_filter_holds(page, three):
    _, shown = page()
    assert shown.header.title.text() == "Forfaits 2026"
    assert shown.header.subtitle.text() == (
        "3\u00a0forfaits ouverts · 829\u00a0€ par personne et par an"
    )
    labels = [shown.list.chips.chip(code).text() for code in ("tous", "facturable", "bloque")]
    assert labels == ["Tous 3", "Facturables 1", "Bloqués 1"]
    assert names(shown.list) == ["Albe", "Brun", "Cuvier"]
    assert a11y.problems(shown) == []


def test_that_a_route_leads_to_what_is_blocked(page, three):
    _, shown = page(filtre="bloque")
    assert names(shown.list) == ["Cuvier"]


def test_that_nothing_open_says_so_and_leads_to_the_patients(page):
    desk, shown = page()
    assert shown.list.empty.isVisible()
    assert not shown.export_button.isVisible()
    shown.list.empty.action_button.click()
    assert desk.routes[-1] == Route("patients")


def test_that_the_table_follows_what_is_recorded(page, team, three):
    desk, shown = page()
    acts(team, three[1], date(2026, 10, 5), (0, 4, 4))
    desk.context.events.store_changed.emit(frozenset({"consultation"}))
    desk.settle()
    assert shown.list.chips.chip("epuise").text() == "Épuisés 2"


def test_that_names_closed_to_the_reader_are_counted_only(page, team, three):
    oppose(team, three[0])
    _, shown = page(Role.MEDECIN)
    assert names(shown.list) == ["Brun", "Cuvier"]
    assert "1\u00a0autre personne" in shown.list.closed.text()
    assert shown.header.subtitle.text().startswith("3\u00a0forfaits")


def test_that_billing_is_one_click_away(page, three):
    desk, shown = page()
    shown.bill_button.click()
    assert desk.routes[-1] == Route("facturation")


def test_that_the_year_is_told_month_by_month(page, three):
    desk, shown = page(onglet="annee")
    assert [m.commences for m in shown.year.months()].count(2) == 1
    shown.year.after_button.click()
    desk.settle()
    assert shown.year.title.text() == "Prévision de l’année 2027"


def test_that_the_lists_prepared_are_there(page, team, three):
    desk, shown = page(onglet="lots")
    assert shown.lots.empty.isVisible()
    lot = prepared(team)
    shown.open(Route("forfaits", onglet="lots", lot_id=lot.id))
    desk.settle()
    assert [card.lot.id for card in shown.lots.cards] == [lot.id]
    assert a11y.problems(shown) == []


def test_that_the_tabs_are_walked_with_arrows(page, three):
    desk, shown = page()
    shown.tabs.tab("liste").setFocus()
    QTest.keyClick(shown.tabs.tab("liste"), Qt.Key.Key_Right)
    desk.settle()
    assert shown.parts.currentWidget() is shown.year
