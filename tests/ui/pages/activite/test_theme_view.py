"""A theme: totals alone first, then charts with their table, then details."""

import pytest

from microstructure_desktop.services import activite
from microstructure_desktop.services.activite_graphiques import Cible
from microstructure_desktop.services.activite_themes import themes
from microstructure_desktop.ui.pages.activite.theme_view import ThemeView
from tests.ui import a11y

from .conftest import OCTOBER


@pytest.fixture
def view(show, team, october):
    def made(key, *, whole=True):
        found, beside = october
        theme = next(t for t in themes(found.bilan.resultats) if t.cle == key)
        reference = team.medecin.reference
        shown = show(ThemeView(theme, reference, found, beside if whole else None), 1000, 900)
        shown.asked = []
        shown.chosen.connect(shown.asked.append)
        return shown

    return made


def test_that_who_comes_begins_with_totals(view):
    shown = view("qui")
    assert [tile.code for tile in shown.tiles] == ["M01", "M02", "M04", "M03"]
    assert [card.code for card in shown.cards] == ["M02", "M15", "M04", "M03"]
    assert len(shown.charts) == 1
    assert a11y.problems(shown) == []


def test_that_a_figure_says_what_to_open(view):
    shown = view("qui")
    shown.tiles[0].figure.button.click()
    assert shown.asked == [Cible("M01", "", OCTOBER)]


def test_that_a_point_of_the_curve_opens_its_month(view):
    shown = view("qui")
    shown.charts[0].chart.choose(11, 0)
    shown.charts[0].chart.choose(11, 1)
    assert shown.asked == [
        Cible("M01", "", OCTOBER),
        Cible("M01", "", activite.un_an_avant(OCTOBER)),
    ]


def test_that_acts_open_nobody(view):
    shown = view("actes")
    shown.charts[0].chart.choose(1, 0)
    assert shown.asked == []


def test_that_the_figure_under_the_keyboard_is_found_again(view):
    shown = view("qui", whole=False)
    button = shown.tiles[0].figure.button
    cible = shown.cible_of(button)
    assert cible == Cible("M01", "", OCTOBER)
    assert shown.cible_of(shown) is None
    shown.focus_on(cible)
    assert button.hasFocus()
    assert shown.charts == []
