"""The figures beside the questions."""

from datetime import date

import pytest

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.ui.pages.fiches.aside import Aside
from microstructure_desktop.ui.widgets.labels import Label
from tests.forms.samples import HEAD, LISTS

FORM = loader.load(
    HEAD
    + """
[[group]]
id = "un"
title = "Un"
item = [
  { id = "phq9", text = "PHQ-9", type = "integer", min = 0, max = 27, trajectoire = true },
  { id = "gad7", text = "GAD-7", type = "integer", min = 0, max = 21, trajectoire = true },
  { id = "pcl5", text = "PCL-5", type = "integer", min = 0, max = 80, trajectoire = true },
  { id = "verres", text = "Verres", type = "integer", max = 99, soft_max = 40, trajectoire = true },
  { id = "duree", text = "Durée", type = "integer", max = 240 },
  { id = "envie", text = "Envie", type = "integer", control = "echelle", min = 0, max = 10 },
]
""",
    LISTS,
    {},
)
SCALES = FORM.group_of("phq9")
JUNE = date(2026, 6, 2)
BEFORE = {"phq9": Earlier(JUNE, 14), "gad7": Earlier(JUNE, 11)}


@pytest.fixture
def aside(qtbot):
    made = Aside()
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def words(aside):
    return [label.text() for label in aside.figures.findChildren(Label) if label.text()]


def test_that_a_figure_is_on_its_maximum_with_the_previous_one(aside):
    aside.show_figures(SCALES, {"phq9": 9}, BEFORE)
    told = words(aside)
    assert told[1:7] == ["9", "/ 27", "(14)", "—", "/ 21", "(11)"]
    assert told[-1].endswith("02/06/2026")


def test_that_an_unreadable_figure_is_not_invented(aside):
    aside.show_figures(SCALES, {"phq9": "neuf", "gad7": 3, "pcl5": 81}, {})
    assert words(aside)[1:] == ["3", "/ 21"]


def test_that_a_guard_against_slips_is_no_figure_to_follow(aside):
    aside.show_figures(SCALES, {"verres": 6, "duree": 45, "envie": 3}, {})
    assert words(aside)[1:] == ["3", "/ 10"]


def test_that_there_is_no_empty_card(aside):
    aside.show_figures(SCALES, {}, {})
    assert not aside.figures.isVisible()
