"""Pips: what is done is filled, what is planned outlined, and the figures are spoken."""

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.pips import Pips
from tests.ui.a11y import name_of


def cells(pips: Pips, count: int) -> list[str]:
    image = pips.grab().toImage()
    step = pips.width() / count
    middles = [image.pixelColor(round((at + 0.5) * step), 5).name() for at in range(count)]
    known = {look.colour(tone).name(): tone for tone in ("psychologue", "surface", "track")}
    return [known[colour] for colour in middles]


def test_that_each_act_has_its_cell(show):
    pips = show(Pips(4, 6, "psychologue", planned=1), 300)
    assert cells(pips, 6) == [*["psychologue"] * 4, "surface", "track"]


@pytest.mark.parametrize(
    ("counts", "spoken"),
    [((4, 6), "4 sur 6"), ((4, 6, 1), "4 sur 6, 1 prévue"), ((4, 6, 2), "4 sur 6, 2 prévues")],
)
def test_that_the_figures_are_spoken(show, counts, spoken):
    pips = show(Pips(0, 1, "psychologue"), 100)
    pips.set_counts(*counts)
    assert name_of(pips) == spoken


def test_that_more_than_included_is_shown_too(show):
    pips = show(Pips(8, 6, "psychologue"), 300)
    assert cells(pips, 8) == ["psychologue"] * 8


def test_that_nothing_included_draws_one_empty_cell(show):
    assert cells(show(Pips(0, 0, "psychologue"), 100), 1) == ["track"]
