"""Figures are inserted, shown with what is held back, and stay as they were."""

from datetime import date

import pytest

from microstructure_desktop.domain.reunion import Chiffre, Point, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.ui.pages.autres_reunions.figures_card import FiguresCard
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.note_line import NoteLine
from tests.cabinet import TODAY
from tests.ui import a11y

FIGURES = (
    Chiffre("file_active", "2026-09", 12),
    Chiffre("file_active", "2026-10"),
    Chiffre("actes_psychologue", "2026-09", 30),
)


@pytest.fixture
def card(theme, show, meeting):
    def shown(**changes):
        made = FiguresCard(lambda: TODAY)
        made.opened = meeting(**changes)
        show(made, 800, 400)
        made.show_meeting(made.opened)
        return made

    return shown


def cells(card):
    return [x.text() for x in card.findChildren(Label)]


def test_that_figures_are_asked_for_then_shown(qtbot, card):
    made = card()
    assert made.isVisible()
    with qtbot.waitSignal(made.asked):
        made.insert_button.click()
    with qtbot.waitSignal(made.edited):
        made.insert(FIGURES)
    assert a11y.problems(made) == []
    for text in ("septembre\xa02026", "12", "retenu", "30"):
        assert text in cells(made)
    held = [x.text() for x in made.findChildren(NoteLine) if x.text()]
    assert any("octobre\xa02026" in text for text in held)
    assert made.applied(made.opened.reunion).chiffres == FIGURES


def test_that_figures_are_taken_back(qtbot, card):
    made = card(chiffres=FIGURES)
    assert made.insert_button.text() == "Mettre à jour"
    with qtbot.waitSignal(made.edited):
        made.remove_button.click()
    assert made.applied(made.opened.reunion).chiffres == ()
    assert not made.remove_button.isVisible()
    assert "12" not in cells(made)


def test_that_a_closed_meeting_keeps_those_of_its_day(card):
    said = (Point("Divers", "Dit."),)
    made = card(etat=Etat.CLOSE, chiffres=FIGURES, points=said)
    assert made.isVisible()
    assert not made.insert_button.isVisible()
    assert not made.remove_button.isVisible()
    assert not card(etat=Etat.CLOSE, points=said).isVisible()


def test_that_figures_of_other_months_are_told_until_it_is_closed(card):
    quarter = tuple(Chiffre("file_active", f"2026-{n:02}", 9) for n in (8, 9, 10))
    made = card(chiffres=quarter)
    assert made.other_day.text() == ""
    made.set_day(date(2026, 10, 20))
    assert "ne sont pas ceux" in made.other_day.text()
    made.set_day(date(2026, 11, 2))
    assert made.other_day.text() == ""
    old = card(etat=Etat.CLOSE, chiffres=FIGURES, points=(Point("Divers", "Dit."),))
    assert old.other_day.text() == ""


def test_that_other_meetings_have_none(card):
    assert not card(nature=TypeReunion.CRISE).isVisible()
