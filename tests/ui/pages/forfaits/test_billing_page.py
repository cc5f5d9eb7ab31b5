"""List, check, done; what changed meanwhile stops it."""

from datetime import date

import pytest

from microstructure_desktop.services import facturation
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.forfaits.billing_page import BillingPage
from tests.services.billing import WHOLE, acts, followed
from tests.ui import a11y

from .desk import opened


@pytest.fixture
def two(team):
    return followed(team, "Albe", done=WHOLE), followed(team, "Brun", done=WHOLE)


@pytest.fixture
def page(team, theme, show):
    desk, made = opened(team, theme, show, BillingPage)
    yield desk, made
    made.leave()
    desk.settle()


def forward(desk, page):
    page.next_button.click()
    desk.settle()


def lots(desk):
    return facturation.lots(desk.office)


def test_that_the_list_is_all_ticked_and_three_clicks_prepare_it(two, page):
    desk, shown = page
    assert [box.isChecked() for box in shown.list.boxes] == [True, True]
    assert shown.next_button.text() == "Vérifier 2\u00a0forfaits"
    assert a11y.problems(shown) == []
    forward(desk, shown)
    assert shown.next_button.text() == "Préparer 2\u00a0forfaits"
    assert a11y.problems(shown) == []
    forward(desk, shown)
    assert shown.steps.currentWidget() is shown.done
    assert shown.done.lot.nombre == 2
    assert a11y.problems(shown) == []


def test_that_what_changed_meanwhile_stops_it_and_the_list_is_read_again(team, two, page):
    desk, shown = page
    forward(desk, shown)
    acts(team, two[0], date(2026, 11, 2), (0, 1, 0))
    forward(desk, shown)
    assert shown.banner.title().startswith("Un forfait de cette liste a changé")
    assert shown.steps.currentWidget() is shown.list
    forward(desk, shown)
    forward(desk, shown)
    assert lots(desk)[0].nombre == 2


def test_that_undoing_brings_back_to_the_list(two, page):
    desk, shown = page
    forward(desk, shown)
    forward(desk, shown)
    desk.context.undo.undo()
    desk.settle()
    assert lots(desk) == ()
    assert shown.steps.currentWidget() is shown.list
    assert shown.banner.title() == "Préparation annulée"
    assert len(shown.list.boxes) == 2


def test_that_one_may_come_back_from_the_check(two, page):
    desk, shown = page
    shown.list.boxes[0].setChecked(False)
    forward(desk, shown)
    shown.back_button.click()
    assert shown.steps.currentWidget() is shown.list
    assert [box.isChecked() for box in shown.list.boxes] == [False, True]


def test_that_nothing_to_bill_leads_to_what_is_blocked(page):
    desk, shown = page
    assert shown.list.empty.isVisible()
    assert not shown.next_button.isEnabled()
    shown.list.empty.action_button.click()
    assert desk.routes[-1] == Route("forfaits", filtre="bloque")


def test_that_the_lists_are_reached_from_there(two, page):
    desk, shown = page
    forward(desk, shown)
    forward(desk, shown)
    shown.done.lots_button.click()
    assert desk.routes[-1] == Route("forfaits", onglet="lots", lot_id=shown.done.lot.id)
