"""The shapes of a chart are really painted, each where it stands, in the colours in force."""

import pytest
from PySide6.QtGui import QImage, QPainter

from microstructure_desktop.charts.shapes import (
    Area,
    Box,
    Dash,
    Dot,
    Drawing,
    Fill,
    Line,
    Mark,
    Side,
    Word,
)
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.chart_paint import QtLetters, paint, rect_of

AREA = Area(10, 10, 60, 40)


def painted(*shapes) -> QImage:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, Drawing(100, 60, shapes, ()))
    painter.end()
    return image


def at(image, x, y) -> str:
    return image.pixelColor(x, y).name()


def token(name) -> str:
    return look.colour(name).name()


def places(image, name) -> set[tuple[int, int]]:
    return {(x, y) for x in range(100) for y in range(60) if at(image, x, y) == token(name)}


@pytest.mark.parametrize("name", ["clair", "sombre"])
def test_that_a_full_bar_has_its_colour_to_its_sharp_edges(theme, name):
    theme.choose(name, 100)
    image = painted(Box(Area(10.4, 10, 60, 40), "psychologue"))
    assert places(image, "psychologue") == {(x, y) for x in range(10, 70) for y in range(10, 50)}


def test_that_patterns_differ_without_their_colour(theme):
    theme.choose("clair", 100)
    images = {fill: painted(Box(AREA, "primary", fill)) for fill in Fill}
    inked = {fill: len(places(image, "primary")) for fill, image in images.items()}
    assert inked[Fill.FULL] == 2400
    assert 1500 < inked[Fill.STRIPED] < 2400
    assert 1500 < inked[Fill.RULED] < 2400
    assert 100 < inked[Fill.HATCHED] < 1200
    assert inked[Fill.LIGHT] == 0
    assert at(images[Fill.LIGHT], 40, 30) == token("track")
    assert at(images[Fill.LIGHT], 10, 30) == token("edge")


def test_that_stripes_are_level_and_hatching_slants(theme):
    theme.choose("clair", 100)
    stripes = painted(Box(AREA, "primary", Fill.STRIPED))
    rows = {len({at(stripes, x, y) for x in range(12, 68)}) for y in range(12, 48)}
    assert rows == {1}
    ruled = painted(Box(AREA, "primary", Fill.RULED))
    assert {len({at(ruled, x, y) for y in range(12, 48)}) for x in range(12, 68)} == {1}
    hatched = painted(Box(AREA, "primary", Fill.HATCHED))
    assert {len({at(hatched, x, y) for x in range(12, 68)}) > 1 for y in range(12, 48)} == {True}


def test_that_a_fine_line_is_one_pixel(theme):
    theme.choose("clair", 100)
    image = painted(Line(((10, 20.3), (60, 20.3)), "edge"))
    assert places(image, "edge") == {(x, 20) for x in range(10, 60)}


def test_that_dashes_leave_gaps():
    whole = places(painted(Line(((10, 20), (90, 20)), "primary", 2)), "primary")
    found = {
        dash: len(places(painted(Line(((10, 20), (90, 20)), "primary", 2, dash)), "primary"))
        for dash in Dash
    }
    assert found[Dash.SOLID] == len(whole)
    assert all(0 < found[dash] < len(whole) for dash in Dash if dash is not Dash.SOLID)


@pytest.mark.parametrize("mark", list(Mark))
def test_that_a_mark_is_full_or_hollow(mark):
    full, hollow = (painted(Dot((50, 30), 8, "primary", mark, hollow=h)) for h in (False, True))
    assert at(full, 50, 30) == token("primary")
    assert at(hollow, 50, 30) == token("surface")
    assert places(full, "primary") != places(hollow, "primary") != set()


def test_that_words_stand_beside_or_around_their_place():
    def columns(side):
        image = painted(Word((50, 30), "Mot", side, "text"))
        dark = [x for x in range(100) for y in range(60) if at(image, x, y) != token("surface")]
        return min(dark), max(dark)

    wide = QtLetters().width("Mot")
    assert columns(Side.RIGHT)[0] >= 49
    assert columns(Side.LEFT)[1] <= 50
    low, high = columns(Side.AROUND)
    assert abs((low + high) / 2 - 50) < 2
    assert high - low < wide + 2


def test_that_a_halo_clears_what_passes_under_a_word():
    ground = Box(Area(0, 0, 100, 60), "primary")
    bare = painted(ground, Word((50, 30), "8", Side.AROUND, "text"))
    cleared = painted(ground, Word((50, 30), "8", Side.AROUND, "text", halo=True))
    assert not places(bare, "surface")
    assert places(cleared, "surface")


def test_that_letters_grow_with_the_text(theme):
    small = QtLetters()
    theme.choose("clair", 150)
    grown = QtLetters()
    assert grown.line > small.line
    assert grown.width("Mot") > 1.3 * small.width("Mot")
    assert grown.width("Mot", strong=True) > grown.width("Mot")


def test_that_edges_are_on_whole_pixels():
    area = rect_of(Area(10.4, 20.6, 5.2, 3.3))
    assert (area.left(), area.top(), area.right(), area.bottom()) == (10, 21, 16, 24)
