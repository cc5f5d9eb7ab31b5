"""The year beside the one before, as it is read; and the way to what is not the synthesis."""

import pytest

from microstructure_desktop.domain.bilan_reunions import A23, A24
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.services.bilan_reunions import Annee, BilanReunions
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.year_card import YearCard
from tests.ui import a11y

NOW = Annee(
    2026,
    A23(10, 65, 88, frozenset(map(str, range(18))), 24),
    A24({TypeReunion.TRIMESTRIELLE: 3}, 360, 4, 28, 2),
)
BEFORE = Annee(2025, A23(0, None, None, frozenset(), 3), A24({}, 0, 1, 0, 1))


@pytest.fixture
def card(desk, show):
    return show(YearCard(desk.context.worker), 1100, 160)


def test_that_each_figure_has_that_of_the_year_before(card):
    card.show_years(BilanReunions(NOW, BEFORE))
    assert a11y.problems(card) == []
    assert card.title.text() == "Année 2026"
    assert [[x.replace("\xa0", " ") for x in figure] for figure in card.figures()] == [
        ["10", "Synthèses", "2025 : 0"],
        ["1 h 05", "Durée moyenne", "2025 : —"],
        ["8,8", "Personnes / réunion", "2025 : —"],
        ["18 sur 24 (75 %)", "File active évoquée", "2025 : 0 sur 3"],
        ["3 sur 4", "Trimestrielles", "2025 : 0 sur 4"],
        ["4 (28 h)", "Formations", "2025 : 1"],
    ]


def test_that_it_is_read_from_the_store_and_leads_on(qtbot, desk, card, settle):
    card.reload()
    settle()
    assert card.figures()[0][0] == "0"
    for button, name in (
        (card.network_button, "autres_reunions"),
        (card.trainings_button, "formations"),
    ):
        with qtbot.waitSignal(card.route_chosen) as chosen:
            button.click()
        assert chosen.args == [Route(name)]
