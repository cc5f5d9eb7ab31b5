"""Colours are never alone, and every part of the week can be seen in both looks."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from microstructure_desktop.ui import look
from microstructure_desktop.ui.pages.agenda.stops import Genre, stops
from microstructure_desktop.ui.pages.agenda.week_paint import (
    draw_bloc,
    draw_free,
    draw_ground,
    draw_now,
    draw_ring,
)
from microstructure_desktop.ui.pages.agenda.week_plan import WeekPlan


@pytest.fixture(params=["clair", "sombre"])
def canvas(request, theme, week):
    """The week on a picture: a plan, its stops, and a way to draw."""
    theme.choose(request.param, 100)
    lue = week()
    plan = WeekPlan(1000, lue.ouverte, 6)
    image = QImage(1000, plan.height, QImage.Format.Format_RGB32)
    image.fill(look.colour("app"))

    def drawn(act, *args, **options):
        painter = QPainter(image)
        act(painter, *args, **options)
        painter.end()
        return image

    return plan, lue, stops(lue), drawn


def colours(image, place):
    """The colours of a place, as names."""
    area = place.toRect()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }


def test_that_open_hours_differ_from_closed_ones_and_absences_are_hatched(canvas):
    plan, lue, days, drawn = canvas
    image = drawn(draw_ground, plan, lue)
    free = next(s for s in days[3] if s.genre is Genre.LIBRE)
    closed = days[0][0]
    assert look.colour("surface").name() in colours(image, plan.place(free))
    assert look.colour("sunken").name() in colours(image, plan.place(closed))
    away, empty = plan.place(days[4][1]), plan.place(days[0][1])  # 9:30, Friday and Monday
    assert len(colours(image, away)) > len(colours(image, empty))


def test_that_an_appointment_wears_its_role_and_its_state(canvas):
    plan, _lue, days, drawn = canvas
    stop = next(s for s in days[1] if s.bloc)
    place = plan.place(stop)
    image = drawn(draw_bloc, place, stop, ("BERNARD Luc", "09:00"), hovered=False)
    seen = colours(image, place)
    assert QColor(look.colour("psychologue")).name() in seen
    assert any(QColor(c).hsvSaturation() for c in seen)
    plain = colours(drawn(draw_bloc, place, stop, ("", ""), hovered=False), place)
    assert len(seen) > len(plain)


def test_that_a_free_hour_shows_when_the_pointer_is_there(canvas):
    plan, _lue, days, drawn = canvas
    place = plan.place(next(s for s in days[3] if s.genre is Genre.LIBRE))
    calm = colours(drawn(draw_free, place, hovered=False, words="14:45 libre"), place)
    over = colours(drawn(draw_free, place, hovered=True, words="14:45 libre"), place)
    assert look.colour("selected").name() in over - calm


def test_that_now_is_a_line_within_the_hours(canvas):
    plan, _lue, days, drawn = canvas
    blank = colours(drawn(draw_now, plan, 3, 5 * 60), plan.span(3, days[3][0].plage))
    assert len(blank) == 1
    image = drawn(draw_now, plan, 3, 9 * 60 + 15)
    assert look.colour("primary").name() in colours(image, plan.span(3, days[3][0].plage))


def test_that_the_keyboard_is_seen(canvas):
    plan, _lue, days, drawn = canvas
    place = plan.place(days[0][0])
    image = drawn(draw_ring, place, ring=True)
    assert look.colour("focus").name() in colours(image, place)
