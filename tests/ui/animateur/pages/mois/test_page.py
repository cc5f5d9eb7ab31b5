"""The page of months: the eye is led to what is late, years turn, a cell tells its story."""

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.mois.page import MoisPage
from microstructure_desktop.ui.navigation import Route
from tests.ui import a11y


def test_that_nobody_enrolled_leads_to_enrolment(world, opened):
    page = opened(MoisPage)
    assert page.empty.isVisible()
    page.empty.action_button.click()
    assert world.routes == [Route("structures")]


def test_that_it_starts_on_what_is_late(world, opened):
    cabinet = world.region.cabinet()
    world.region.send(cabinet)
    page = opened(MoisPage)
    assert page.grid.currentIndex().column() == 1
    assert page.cell.title.text() == "Cabinet des Lilas · février\xa02026"
    assert page.header.subtitle.text() == "Mars\xa02026\xa0: 0 structure sur 1"
    assert page.first_focus() is page.grid
    assert a11y.problems(page) == []


def test_that_it_starts_on_the_last_month_when_all_is_there(world, opened):
    cabinet = world.region.cabinet(depuis=Mois(2026, 3))
    world.region.send(cabinet, Mois(2026, 3))
    page = opened(MoisPage)
    assert page.grid.currentIndex().column() == 2


def test_that_years_turn_as_far_as_there_are_months(world, opened):
    world.region.cabinet(depuis=Mois(2025, 12))
    page = opened(MoisPage)
    assert not page.after.isEnabled()
    page.before.click()
    world.settle()
    assert page.year.text() == "2025"
    assert not page.before.isEnabled()
    page.after.click()
    world.settle()
    assert page.year.text() == "2026"


def test_that_a_reception_is_seen_at_once(world, opened):
    cabinet = world.region.cabinet()
    page = opened(MoisPage)
    world.region.send(cabinet)
    world.context.events.store_changed.emit(frozenset({"registre"}))
    world.settle()
    assert page.grid.cells.index(0, 0).data() == "Reçu"
    page.cell.quarantine_asked.emit()
    assert world.routes == [Route("reception")]
