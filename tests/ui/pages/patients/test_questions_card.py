"""Questions waiting for the next meeting."""

from datetime import time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.questions_card import QuestionsCard
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.cabinet import TODAY
from tests.services.cases import asked


def test_that_the_card_is_hidden_while_nobody_asks(show, team, sophie):
    card = show(QuestionsCard(), 300, 200)
    card.show_dossier(dossiers.dossier(team.psychologue, sophie.id), TODAY, team.psychologue.membre)
    assert not card.isVisible()


def test_that_the_latest_question_comes_first_with_who_asks(show, team, sophie):
    asked(team, sophie, "Reprise du travail ?")
    team.clock.set(TODAY, time(15))
    asked(team, sophie, "", Role.MEDECIN)
    card = show(QuestionsCard(), 300, 200)
    card.show_dossier(dossiers.dossier(team.psychologue, sophie.id), TODAY, team.psychologue.membre)
    assert [p.text() for p in card.findChildren(Paragraph)] == [
        "Situation à évoquer", "Reprise du travail ?",
    ]  # fmt: skip
    assert [x.text() for x in card.findChildren(Label)][1:] == [
        "Dr Exemple · aujourd’hui", "C. Modèle · aujourd’hui",
    ]  # fmt: skip


def test_that_a_question_is_cancelled_by_who_asked_it(show, qtbot, team, sophie):
    mine = asked(team, sophie, "Reprise du travail ?")
    theirs = asked(team, sophie, "Logement ?", Role.MEDECIN)
    card = show(QuestionsCard(), 300, 200)
    card.show_dossier(dossiers.dossier(team.psychologue, sophie.id), TODAY, team.psychologue.membre)
    told = []
    card.acts_asked.connect(lambda _button, target: told.append(target))
    for button in card.findChildren(IconButton):
        button.click()
    assert {(t.entity, t.mine) for t in told} == {(mine.id, True), (theirs.id, False)}
    assert {t.kind for t in told} == {"question"}
