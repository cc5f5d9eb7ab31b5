"""Upright bars: their heights from zero, and the figures that have room."""

import pytest

from microstructure_desktop.charts import upright_plan
from microstructure_desktop.charts.shapes import STUB, Fill

from .cases import Monospaced, barres, boxes_of, rangee, words_of


def plan(shown=None, width=317.0):
    return upright_plan.plan(shown or barres(), Monospaced(), width)


def test_that_a_bar_is_as_tall_as_its_value():
    bars = boxes_of(plan())[2:]  # after both samples; 80 for 40
    assert [round(bar.area.tall, 3) for bar in bars] == [80, 60, 20, STUB, 10]
    bottom = {round(bar.area.y + bar.area.tall, 3) for bar in bars}
    assert len(bottom) == 1


def test_that_bars_of_a_category_stand_beside_each_other():
    now, before = boxes_of(plan())[2:4]
    assert (now.fill, before.fill) == (Fill.FULL, Fill.LIGHT)
    assert now.area.x + now.area.wide + 2 == pytest.approx(before.area.x)


def test_that_figures_are_over_their_bars_while_they_have_room():
    figures = ("40", "30", "10", "—", "0", "5")
    assert words_of(plan())[-9:] == [*figures, "Ici", "Là", "Loin"]
    wide = barres(rangee("", 12345, 1, 1))
    assert "12\u202f345" in words_of(plan(wide, 400))
    assert "12\u202f345" not in words_of(plan(wide, 140))


@pytest.mark.parametrize(
    ("names", "width", "fit"),
    [
        (("Ici", "Là"), 200, True),
        (("Au cabinet médical", "Là"), 200, True),  # on two lines
        (("Consommations", "Là"), 120, False),
        (("un deux trois quatre cinq six", "Là"), 120, False),
        (tuple("abcdefghijklm"), 2000, False),  # thirteen
        (tuple("abcdefghijkl"), 2000, True),
    ],
)
def test_that_bars_stand_while_names_fit_under_them(names, width, fit):
    shown = barres(rangee("", *([1] * len(names))), noms=names)
    assert upright_plan.names_fit(shown, Monospaced(), width) is fit


def test_that_all_zero_is_drawn():
    bars = boxes_of(plan(barres(rangee("", 0, 0, 0))))
    assert [bar.area.tall for bar in bars] == [STUB] * 3
