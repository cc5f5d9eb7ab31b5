"""Lying bars: their lengths from zero, their names, what a cascade lost."""

import pytest

from microstructure_desktop.charts import lying_plan
from microstructure_desktop.charts.model import Point
from microstructure_desktop.charts.shapes import STUB, Fill, Side, Word

from .cases import Monospaced, barres, boxes_of, cascade, rangee, words_of


def plan(shown=None, width=300.0):
    return lying_plan.plan(shown or cascade(), Monospaced(), width)


def test_that_each_step_shows_what_the_one_before_kept():
    # names take 48 and 6, « 40 », « 75 % » and their air 14, 24 and 12: 196 are left for 40
    bars = boxes_of(plan())[2:]
    unit = bars[0].area.wide / 40
    assert [(b.fill, round(b.area.wide / unit, 3)) for b in bars] == [
        (Fill.FULL, 40),
        (Fill.LIGHT, 10),
        (Fill.FULL, 30),
        (Fill.LIGHT, 15),
        (Fill.HATCHED, 15),
    ]
    assert bars[0].area.wide == 196


def test_that_figures_follow_their_bars_with_the_share():
    texts = [text.replace("\u00a0", " ") for text in words_of(plan())]
    assert texts[-10:] == [
        "Vus",
        "40",
        "Proposés",
        "30",
        "75 %",
        "Faits",
        "15",
        "50 %",
        "Traités",
        "—",
    ]


def test_that_more_than_before_has_no_ghost():
    found = boxes_of(plan(cascade(Point(3), Point(5))))[1:]
    assert [box.fill for box in found] == [Fill.FULL, Fill.FULL]


def test_that_nothing_leaves_the_width():
    drawing = plan(barres(rangee("a", 40, 10, 0), rangee("b", 3, 40, 12345)))
    assert all(box.area.x + box.area.wide <= 300 for box in boxes_of(drawing))
    letters = Monospaced()
    for word in drawing.shapes:
        if isinstance(word, Word) and word.side is Side.RIGHT:
            assert word.at[0] + letters.width(word.text, strong=word.strong) <= 300


def test_that_a_long_name_has_two_lines_and_the_bars_more_room():
    short = plan(barres(rangee("", 1, 2, 3)))
    long = plan(barres(rangee("", 1, 2, 3), noms=("Droits et couverture complémentaire", "b", "c")))
    assert "complémentaire" in words_of(long)
    assert long.height > short.height


def test_that_every_strip_belongs_to_a_bar():
    drawing = plan(barres())
    assert drawing.lying
    top = drawing.zones[0].area.y
    bottom = drawing.zones[-1].area.y + drawing.zones[-1].area.tall
    downs = [top + 0.5 + n * (bottom - top - 1) / 40 for n in range(41)]
    found = [drawing.zone_at(5, down) for down in downs]
    assert None not in found
    assert [(z.index, z.rank) for z in dict.fromkeys(found)] == [
        (at, rank) for at in range(3) for rank in range(2)
    ]


def test_that_zero_and_what_is_missing_differ():
    drawing = plan(barres(rangee("", 5, 0, None)))
    assert [round(b.area.wide, 1) for b in boxes_of(drawing)][1:] == [STUB]
    assert words_of(drawing)[-1] == "—"


@pytest.mark.parametrize("count", [1, 24])
def test_that_any_number_of_bars_goes_down(count):
    drawing = plan(barres(rangee("", *range(count)), noms=tuple(f"n{n}" for n in range(count))))
    assert len(boxes_of(drawing)) == count
    assert drawing.height > 17 * count
