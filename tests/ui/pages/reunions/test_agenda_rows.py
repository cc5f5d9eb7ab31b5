"""One line per patient: who, why, and buttons that say whom they are about."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.pages.reunions.agenda_rows import AgendaRow, ProposalRow
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui.a11y import name_of, problems

SIGN = ("user-x", "warn")


@pytest.fixture
def proposal(show, who):
    return show(ProposalRow(who.luc.id, "BERNARD Luc", "Sans nouvelles", "Relais ?", SIGN), 600, 80)


@pytest.fixture
def line(show, who):
    return show(AgendaRow(who.luc.id, "BERNARD Luc", "Sans nouvelles", "", SIGN), 440, 60)


def test_that_a_proposal_says_who_why_and_the_question(proposal):
    assert proposal.findChild(Label).text() == "BERNARD Luc"
    assert [p.text() for p in proposal.findChildren(Paragraph)] == [
        "Sans nouvelles",
        "« Relais ? »",
    ]
    assert name_of(proposal.accept_button) == "Ajouter BERNARD Luc à l’ordre du jour"
    assert problems(proposal) == []


def test_that_a_proposal_is_accepted(qtbot, proposal, who):
    with qtbot.waitSignal(proposal.accepted) as told:
        proposal.accept_button.click()
    assert told.args == [who.luc.id]


def test_that_a_line_moves_by_its_buttons(qtbot, line, who):
    for button, step in ((line.up_button, -1), (line.down_button, 1)):
        with qtbot.waitSignal(line.moved) as told:
            button.click()
        assert told.args == [who.luc.id, step]
    assert problems(line) == []


def test_that_a_line_moves_by_keys(qtbot, line, who):
    for key, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
        with qtbot.waitSignal(line.moved) as told:
            qtbot.keyClick(line, key, Qt.KeyboardModifier.AltModifier)
        assert told.args == [who.luc.id, step]
    with qtbot.assertNotEmitted(line.moved):
        qtbot.keyClick(line, Qt.Key.Key_Up)


def test_that_a_line_is_taken_off(qtbot, line, who):
    with qtbot.waitSignal(line.removed) as told:
        line.remove_button.click()
    assert told.args == [who.luc.id]


def test_that_minutes_are_told_once_and_emptied_back_to_a_share(qtbot, line, who):
    line.show_minutes(12, None)
    assert (line.minutes.text(), line.minutes.placeholderText()) == ("", "12")
    for typed, said in (("20", 20), ("", None)):
        line.minutes.setText(typed)
        with qtbot.waitSignal(line.planned) as told:
            line.minutes.editingFinished.emit()
        assert told.args == [who.luc.id, said]
    with qtbot.assertNotEmitted(line.planned):
        line.minutes.editingFinished.emit()
