"""The table is filtered, searched, and told below; names hide with the others."""

import pytest

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.forfaits.page import ForfaitsPage
from tests.services.billing import WHOLE, followed
from tests.ui.discreet import said_of

from .desk import names, opened


@pytest.fixture
def people(team):
    return followed(team, "Albe", "Zoé", done=WHOLE), followed(team, "Brun", "Léo", papers=False)


@pytest.fixture
def part(team, theme, show, people):
    desk, page = opened(team, theme, show, ForfaitsPage)
    return desk, page.list


def test_that_a_filter_keeps_its_own(part):
    _, shown = part
    shown.chips.chip("facturable").click()
    assert names(shown) == ["Albe"]
    shown.chips.chip("facture").click()
    assert names(shown) == []
    assert shown.nobody.isVisible()


def test_that_a_name_or_a_number_is_searched_without_accents(part, people):
    _, shown = part
    for typed, found in (("leo", ["Brun"]), (people[0].dossier, ["Albe"]), ("xyz", [])):
        shown.search.setText(typed)
        shown.search.searched.emit(typed)
        assert names(shown) == found


def test_that_the_one_chosen_is_told_and_stays_chosen(part):
    desk, shown = part
    assert not shown.detail.isVisible()
    shown.table.selectRow(1)
    assert shown.detail.name.text() == "BRUN Léo"
    desk.context.events.store_changed.emit(frozenset({"fiche"}))
    desk.settle()
    assert shown.detail.name.text() == "BRUN Léo"


def test_that_enter_opens_the_record(part, people):
    desk, shown = part
    shown.table.row_chosen.emit(shown.model.row(0))
    assert desk.routes[-1] == Route("dossier", patient_id=people[0].id)


def test_that_no_name_is_said_in_discreet_mode(part):
    desk, shown = part
    shown.table.selectRow(0)
    assert said_of(("Albe",)) != []
    desk.context.discretion.switch(on=True)
    assert said_of(("Albe", "Brun")) == []


def test_that_the_counters_are_told_in_words(part):
    _, shown = part
    told = [shown.model.index(0, at).data() for at in range(shown.model.columnCount())]
    assert told == [
        "ALBE Zoé",
        "02/03/2027",
        "1 / 1",
        "6 / 6",
        "7 / 7",
        "—",
        "Facturable",
        "829,00\u00a0€",
    ]
