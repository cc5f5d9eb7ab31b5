"""A curve: where its points are, what is missing, what is provisional, what was before."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.charts import curve_plan
from microstructure_desktop.charts.model import Courbe
from microstructure_desktop.charts.shapes import Dash, Mark, Word

from .cases import PATIENTS, Monospaced, courbe, dots_of, lines_of, rangee, words_of


def plan(shown=None, width=417.0):
    return curve_plan.plan(shown or courbe(), Monospaced(), width)


def test_that_points_stand_in_the_middle_of_their_month_at_their_height():
    drawing = plan()  # 17 for the numbers, then four months of a hundred; 0 to 20 over 100
    bottom = 12 + 12 + 100
    assert [zone.at for zone in drawing.zones if zone.rank == 0] == [
        (67, bottom - 60),
        (167, bottom),
        (267, bottom - 75),
        (367, bottom - 100),
    ]


def test_that_nothing_is_drawn_over_a_missing_month():
    strokes = lines_of(plan(), "primary")[1:]  # the first is the sample
    assert [(s.places[0][0], s.places[1][0]) for s in strokes] == [(267, 367)]
    assert [dot.at[0] for dot in dots_of(plan())[2:]] == [67, 267, 367]


def test_that_a_provisional_point_is_hollow_at_the_end_of_a_dotted_line():
    last = lines_of(plan(), "primary")[-1]
    assert last.dash is Dash.DOTTED
    assert [dot.hollow for dot in dots_of(plan())[2:]] == [False, False, True]


def test_that_the_year_before_is_behind_and_has_no_mark():
    shapes = plan().shapes
    before = [at for at, s in enumerate(shapes) if getattr(s, "dash", None) is Dash.DASHED]
    assert len(before) == 1 + 3
    assert max(before) < shapes.index(lines_of(plan(), "primary")[-1])
    assert {dot.mark for dot in dots_of(plan())} == {Mark.ROUND}


def test_that_a_month_of_before_alone_is_still_seen():
    drawing = plan(courbe(rangee("", 1, 2, 3, 4), rangee("", None, 2, None, None, avant=True)))
    assert [dot.at[0] for dot in dots_of(drawing) if dot.mark is Mark.SQUARE] == [163.25]


def test_that_the_only_line_has_its_figures_on_its_points():
    words = [s for s in plan().shapes if isinstance(s, Word) and s.strong]
    assert [(w.text, w.at[0]) for w in words] == [("12", 67), ("15", 267), ("20", 367)]


def test_that_several_lines_have_their_last_figures_apart():
    same = courbe(rangee("a", 1, 2, 3, 4), rangee("b", 4, 3, 4, 4), rangee("c", 1, 1, 1, None))
    words = [s for s in plan(same, 600).shapes if isinstance(s, Word) and s.strong]
    assert [w.text for w in words] == ["4", "4", "1"]
    downs = [w.at[1] for w in words]
    assert downs[1] - downs[0] >= 10


def test_that_months_are_skipped_when_narrow_and_years_said_once():
    days = tuple(date(2025 + m // 12, m % 12 + 1, 1) for m in range(6, 18))
    year = Courbe("T", PATIENTS, days, (rangee("", *range(12)),))
    assert words_of(plan(year, 700))[-26:-12] == [
        *("juil.", "2025", "août", "sept.", "oct.", "nov.", "déc."),
        *("janv.", "2026", "févr.", "mars", "avr.", "mai", "juin"),
    ]
    narrow = words_of(plan(year, 300))
    assert [word for word in narrow if word in {"juil.", "août", "sept.", "oct."}] == [
        "juil.",
        "sept.",
    ]


def test_that_no_month_at_all_is_drawn_too():
    empty = replace(courbe(), mois=(), rangees=(rangee(""),))
    assert plan(empty).zones == ()
