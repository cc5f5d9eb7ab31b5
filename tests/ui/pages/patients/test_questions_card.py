"""Questions waiting for the next meeting, and the way to ask one."""

from datetime import time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.questions_card import QuestionsCard
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.cabinet import TODAY
from tests.services.cases import asked
from tests.ui import a11y


@pytest.fixture
def card(show, desk):
    return show(QuestionsCard(desk.context), 300, 260)


def read(card, desk, patient):
    office = desk.office
    card.show_dossier(dossiers.dossier(office, patient.id), TODAY, office.membre)
    return card


def said(card, kind):
    return [x.text() for x in card.findChildren(kind) if not card._form.isAncestorOf(x)]


def waiting(desk, patient):
    return [q.texte for q in dossiers.dossier(desk.office, patient.id).questions]


def test_that_the_latest_question_comes_first_with_who_asks(card, desk, team, sophie):
    asked(team, sophie, "Reprise du travail ?")
    team.clock.set(TODAY, time(15))
    asked(team, sophie, "", Role.MEDECIN)
    read(card, desk, sophie)
    assert said(card, Paragraph) == ["Situation à évoquer", "Reprise du travail ?"]
    assert said(card, Label)[1:] == ["Dr Exemple · aujourd’hui", "C. Modèle · aujourd’hui"]


def test_that_a_question_is_cancelled_by_who_asked_it(card, desk, team, sophie):
    mine = asked(team, sophie, "Reprise du travail ?")
    theirs = asked(team, sophie, "Logement ?", Role.MEDECIN)
    read(card, desk, sophie)
    told = []
    card.acts_asked.connect(lambda _button, target: told.append(target))
    for button in card.findChildren(IconButton):
        button.click()
    assert {(t.entity, t.mine) for t in told} == {(mine.id, True), (theirs.id, False)}
    assert {t.kind for t in told} == {"question"}


def test_that_a_click_and_a_text_propose_somebody(qtbot, card, desk, taper, sophie):
    read(card, desk, sophie)
    qtbot.mouseClick(card.propose_button, Qt.MouseButton.LeftButton)
    assert card.edit.hasFocus()
    assert a11y.problems(card) == []
    taper(card.edit, "Reprise du travail ?")
    qtbot.keyClick(card.edit, Qt.Key.Key_Return)
    assert waiting(desk, sophie) == ["Reprise du travail ?"]
    assert not card.edit.isVisible()
    desk.context.undo.undo()
    assert waiting(desk, sophie) == []


def test_that_ones_own_question_is_there_to_be_reworded(qtbot, card, desk, team, taper, sophie):
    asked(team, sophie, "Travail ?")
    read(card, desk, sophie)
    card.propose_button.click()
    assert card.edit.selectedText() == "Travail ?"
    taper(card.edit, "Logement ?")
    card.save_button.click()
    assert waiting(desk, sophie) == ["Logement ?"]


def test_that_escape_gives_the_question_up(qtbot, card, desk, taper, sophie):
    read(card, desk, sophie)
    card.propose_button.click()
    taper(card.edit, "Travail")
    qtbot.keyClick(card.edit, Qt.Key.Key_Escape)
    assert not card.edit.isVisible()
    assert waiting(desk, sophie) == []


def test_that_what_is_typed_stays_only_with_the_person_it_is_about(card, desk, team, taper, sophie):
    read(card, desk, sophie)
    card.propose_button.click()
    taper(card.edit, "Travail")
    assert read(card, desk, sophie).edit.isVisible()
    assert not read(card, desk, team.patient("Autre")).edit.isVisible()
