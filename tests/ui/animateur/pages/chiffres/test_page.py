"""The figures: a period chosen, charts with their tables, volumes sorted, a report saved."""

import json

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.chiffres.page import ChiffresPage
from microstructure_desktop.ui.navigation import Route
from tests.ui import a11y


def test_that_an_empty_year_leads_to_the_reception(world, opened):
    page = opened(ChiffresPage)
    assert page.empty.isVisible()
    assert not page.told.isVisible()
    assert not page.report_button.isVisible()
    page.empty.action_button.click()
    assert world.routes == [Route("reception")]


def test_that_a_month_changes_the_figures_and_stays_chosen(world, opened):
    world.region.send(world.region.cabinet())
    page = opened(ChiffresPage)
    assert page.header.subtitle.text() == "0 structure sur 1 pour toute l’année"
    assert page.figures[0]._value.text() == "11"
    page.period.set_value("2026-01")
    page.period.changed.emit("2026-01")
    assert page.figures[0]._value.text() == "10"
    world.context.events.store_changed.emit(frozenset({"registre"}))
    world.settle()
    assert page.period.value() == "2026-01"
    assert len(page.cards) == 4
    assert page.rows.rowCount() == 1
    assert a11y.problems(page) == []


def test_that_years_turn(world, opened):
    world.region.cabinet(depuis=Mois(2025, 12))
    page = opened(ChiffresPage)
    page.before.click()
    world.settle()
    assert page.year.text() == "2025"
    assert not page.before.isEnabled()
    page.after.click()
    world.settle()
    assert page.year.text() == "2026"


def test_that_the_report_is_saved_where_it_is_said(world, opened, tmp_path):
    world.region.send(world.region.cabinet())
    page = opened(ChiffresPage)
    page.report_button.click()
    world.settle()
    page.saver.dialog.fileSelected.emit(str(tmp_path / "r.pdf"))
    world.settle()
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert world.said() == ["Enregistré\xa0: r.pdf"]
    page.sheet_button.click()
    world.settle()
    assert page.saver.dialog.selectedFiles()[0].endswith("rapport_OCC_2026.xlsx")


def test_that_the_period_chosen_is_handed_to_other_programs(world, opened, tmp_path):
    world.region.send(world.region.cabinet())
    page = opened(ChiffresPage)
    page.fhir_button.click()
    world.settle()
    year = page.saver.dialog.selectedFiles()[0]
    page.saver.close()
    page.period.set_value("2026-01")
    page.dhis_button.click()
    world.settle()
    assert page.saver.dialog.selectedFiles()[0] != year
    page.saver.dialog.fileSelected.emit(str(tmp_path / "d.json"))
    world.settle()
    assert json.loads((tmp_path / "d.json").read_bytes())
