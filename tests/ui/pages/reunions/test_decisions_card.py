"""Decisions are added one after the other, by keys alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Suite, TypeDecision
from microstructure_desktop.ui.pages.reunions.decisions_card import DecisionsCard
from microstructure_desktop.ui.pages.reunions.suite_row import SuiteRow
from tests.cabinet import TODAY
from tests.ui.a11y import problems

from .scenes import decision


@pytest.fixture
def card(show, names):
    made = show(DecisionsCard(lambda: TODAY, Role.PSYCHOLOGUE))
    made.show_decisions((), (), names, closed=False)
    return made


@pytest.fixture
def told(card):
    found = []
    card.decided.connect(found.append)
    return found


def texts(decisions):
    return [d.texte for d in decisions]


def test_that_two_decisions_follow_each_other_without_the_mouse(qtbot, card, told, taper):
    card.add_button.click()
    qtbot.waitUntil(card.editor.what.hasFocus)
    taper(card.editor.what, "Patch")
    qtbot.keyClick(card.editor.what, Qt.Key.Key_Return)
    assert card.editor.isVisible()
    assert card.editor.what.text() == ""
    taper(card.editor.what, "Courrier")
    qtbot.keyClick(card.editor.when, Qt.Key.Key_Return)
    qtbot.keyClick(card.editor.what, Qt.Key.Key_Return)  # nothing more to add
    assert not card.editor.isVisible()
    assert texts(told[-1]) == ["Patch", "Courrier"]
    assert texts(row.decision for row in card.rows()) == ["Patch", "Courrier"]
    assert problems(card) == []


def test_that_a_decision_is_given_to_who_will_see_it(card, names, team):
    desk, doctor = team[Role.SECRETARIAT].membre.id, team.medecin.membre.id
    card.add_button.click()
    assert card.editor.who.findData(desk) == -1
    assert card.editor.who.findData(doctor) > 0
    card.show_decisions((decision("Un", desk),), (), names, closed=False)
    assert card.editor.who.findData(desk) > 0


def test_that_a_decision_exists_from_its_first_key(card, told, taper):
    card.add_button.click()
    taper(card.editor.what, "P")
    assert texts(told[-1]) == ["P"]
    assert card.rows() == []  # it is in the editor


def test_that_an_emptied_decision_is_none(qtbot, card, told, taper):
    card.add_button.click()
    taper(card.editor.what, "P")
    qtbot.keyClick(card.editor.what, Qt.Key.Key_Backspace)
    assert told[-1] == ()


def test_that_the_pencil_changes_a_decision_in_its_place(card, told, taper, names):
    card.show_decisions((decision("Un"), decision("Deux")), (), names, closed=False)
    card.rows()[0].edit_button.click()
    taper(card.editor.what, " et demi")
    assert texts(told[-1]) == ["Un et demi", "Deux"]
    card.editor.done_button.click()
    assert texts(row.decision for row in card.rows()) == ["Un et demi", "Deux"]


def test_that_escape_keeps_a_decision_that_was_just_typed(qtbot, card, told, taper):
    card.add_button.click()
    taper(card.editor.what, "Courrier au médecin")
    qtbot.keyClick(card.editor.what, Qt.Key.Key_Escape)
    assert not card.editor.isVisible()
    assert texts(told[-1]) == ["Courrier au médecin"]
    assert texts(row.decision for row in card.rows()) == ["Courrier au médecin"]


def test_that_escape_takes_the_change_back(qtbot, card, told, taper, names):
    card.show_decisions((decision("Un"),), (), names, closed=False)
    card.rows()[0].edit_button.click()
    taper(card.editor.what, " et demi")
    qtbot.keyClick(card.editor.what, Qt.Key.Key_Escape)
    assert texts(told[-1]) == ["Un"]
    assert not card.editor.isVisible()


def test_that_a_decision_is_taken_back(card, told, names):
    card.show_decisions((decision("Un"), decision("Deux")), (), names, closed=False)
    card.rows()[1].edit_button.click()
    card.editor.remove_button.click()
    assert texts(told[-1]) == ["Un"]
    assert texts(row.decision for row in card.rows()) == ["Un"]


def test_that_an_empty_list_says_so(card, names):
    assert card._none.isVisible()
    card.show_decisions((decision("Un"),), (), names, closed=False)
    assert not card._none.isVisible()


def test_that_what_was_to_follow_stands_first(qtbot, card, opened, names):
    card.show_decisions((), opened.synthese.reprises, names, closed=False)
    (suite,) = card.findChildren(SuiteRow)
    with qtbot.waitSignal(card.suite_chosen) as told:
        suite.suites.part("faite").click()
    assert told.args == [opened.synthese.reprises[0].decision.id, Suite.FAITE]


def test_that_a_closed_meeting_decides_nothing_more(card, names):
    card.show_decisions((decision("Un"),), (), names, closed=True)
    assert not card.add_button.isVisible()
    assert not card.rows()[0].edit_button.isVisible()


def test_that_another_patient_closes_the_editor(card, names):
    card.add_button.click()
    card.show_decisions((), (), names, closed=False)
    assert not card.editor.isVisible()


def test_that_a_kind_alone_is_a_decision(card, told):
    card.add_button.click()
    card.editor.kind.chips.chip("MAINTIEN").click()
    assert [(d.type, d.suite) for d in told[-1]] == [(TypeDecision.MAINTIEN, Suite.FAITE)]
    assert texts(told[-1]) == ["Suivi maintenu comme aujourd’hui"]


def test_that_a_decision_offers_what_it_leads_to_and_does_not_do_it(qtbot, card, told, names):
    advice = replace(decision("Avis"), type=TypeDecision.ORIENTATION)
    card.show_decisions((advice, decision("Patch")), (), names, closed=False)
    offered, plain = card.rows()
    assert not plain.act_button.isVisible()
    with qtbot.waitSignal(card.act_chosen) as chosen:
        offered.act_button.click()
    assert chosen.args[0].words == offered.act_button.text() == "Chercher un partenaire"
    assert told == []
