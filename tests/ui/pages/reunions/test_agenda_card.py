"""The agenda says the reasons, the time each gets, and keeps the keyboard where it was."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import syntheses
from microstructure_desktop.ui.pages.reunions.agenda_card import AgendaCard
from microstructure_desktop.ui.pages.reunions.names import Names
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems


@pytest.fixture
def prepared(team, who):
    return syntheses.prepare(team.psychologue)


@pytest.fixture
def people(desk, prepared):
    return Names(prepared.patients, prepared.membres, desk.context.discretion)


@pytest.fixture
def situations(who):
    return (
        Situation(who.sophie.id, Motif.QUESTION, "Reprise ?"),
        Situation(who.luc.id, Motif.AJOUT),
        Situation(who.ana.id, Motif.INCLUSION),
    )


@pytest.fixture
def card(desk, show, qtbot, prepared, people, situations):
    made = show(AgendaCard(desk.context), 460, 500)
    made.reasons = {p.patient: p for p in prepared.proposees if p.motif is not Motif.INCLUSION}
    made.show_agenda(situations, made.reasons, people)
    qtbot.waitUntil(made.rows[-1].isVisible)
    return made


def test_that_each_line_says_why(card):
    told = [p.text() for row in card.rows for p in row.findChildren(Paragraph)]
    assert told == ["Question de\xa0C. Modèle", "« Reprise ? »", *told[2:]]
    assert told[-1] == "Inclusion"  # taken in before, no more is known
    assert card.counter.text() == "3\xa0patients"
    assert card.time.text() == "Temps prévu\xa0: 1\xa0h sur 1\xa0h."
    assert [row.minutes.placeholderText() for row in card.rows] == ["20"] * 3
    assert problems(card) == []


def test_that_the_ends_move_one_way_only(card):
    assert not card.rows[0].up_button.isEnabled()
    assert card.rows[0].down_button.isEnabled()
    assert not card.rows[-1].down_button.isEnabled()


def test_that_the_keyboard_follows_the_line_that_moves(qtbot, card, situations, people):
    card.rows[1].up_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(card.rows[1].up_button.hasFocus)
    first, second, third = situations
    card.show_agenda((second, first, third), card.reasons, people)
    qtbot.waitUntil(card.rows[0].down_button.hasFocus)  # no higher: the other arrow
    card.show_agenda((first, second, third), card.reasons, people)
    qtbot.waitUntil(card.rows[1].down_button.hasFocus)


def test_that_moves_and_removals_go_up(qtbot, card, who, people):
    with qtbot.waitSignal(card.moved) as moved:
        card.rows[1].down_button.click()
    assert moved.args == [who.luc.id, 1]
    with qtbot.waitSignal(card.removed) as removed:
        card.rows[2].remove_button.click()
    assert removed.args == [who.ana.id]
    card.tell_move(who.luc.id, people)


def test_that_an_empty_agenda_says_what_to_do(card, people):
    card.show_agenda((), {}, people)
    assert card._empty.isVisible()
    assert card.counter.text() == ""


def test_that_minutes_said_for_one_leave_the_rest_to_the_others(qtbot, card, situations, who):
    card.rows[0].minutes.setText("30")
    with qtbot.waitSignal(card.planned) as told:
        qtbot.keyClick(card.rows[0].minutes, Qt.Key.Key_Return)
    assert told.args == [who.sophie.id, 30]
    said = (replace(situations[0], minutes_prevues=50), *situations[1:])
    card.show_time(said)
    assert [row.minutes.placeholderText() for row in card.rows[1:]] == ["5", "5"]
    card.show_time((replace(situations[0], minutes_prevues=80), *situations[1:]))
    assert card.time.text().endswith("C’est 22\xa0min de trop.")


def test_that_the_keyboard_stays_in_the_minutes_of_a_line_that_moves(card, situations, people):
    card.rows[1].minutes.setFocus(Qt.FocusReason.TabFocusReason)
    card.show_agenda((situations[1], situations[0]), card.reasons, people)
    assert card.rows[0].minutes.hasFocus()
