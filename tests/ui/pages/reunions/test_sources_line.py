"""Where the columns come from, latest first, a few of them when they are many."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.ids import ConsultationId
from microstructure_desktop.domain.synthese import Colonne, Source
from microstructure_desktop.ui.pages.reunions.sources_line import SourcesLine
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui.a11y import problems


@pytest.fixture
def situation(opened, who):
    return opened.synthese.situation(who.sophie.id)


@pytest.fixture
def line(show):
    return show(SourcesLine(), 700, 60)


def source(team, day):
    psy = team.psychologue.membre.id
    return Source(Colonne.SOCIAL, ConsultationId(f"c{day}"), date(2026, 11, day), psy)


def test_that_the_latest_comes_first_with_its_author(qtbot, line, situation, names, team):
    first, second = source(team, 3), source(team, 9)
    line.show_sources(replace(situation, sources=(first, second)), names)
    assert [b.text() for b in line.buttons] == [
        "9\xa0novembre, C. Modèle",
        "3\xa0novembre, C. Modèle",
    ]
    assert line.buttons[0].toolTip() == "Ouvrir la séance, point social"
    with qtbot.waitSignal(line.source_clicked) as told:
        line.buttons[1].click()
    assert told.args == [first]
    assert problems(line) == []


def test_that_many_are_counted_rather_than_listed(line, situation, names, team):
    many = tuple(source(team, day) for day in range(1, 10))
    line.show_sources(replace(situation, sources=many), names)
    assert len(line.buttons) == 6
    assert "et 3\xa0notes de plus" in [x.text() for x in line.findChildren(Label)]


def test_that_nothing_copied_takes_no_room(line, situation, names):
    line.show_sources(situation, names)
    assert line.isVisible()
    line.show_sources(replace(situation, sources=()), names)
    assert not line.isVisible()
