"""The questions of a kind of session: folded until wanted, kept while typed, never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.rules import Problem
from microstructure_desktop.services import reference
from microstructure_desktop.ui.pages.seances.page import SeancePage
from microstructure_desktop.ui.pages.seances.questions_card import QuestionsCard
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk

SHIPPED = reference.load().forms
CONTROL = Qt.KeyboardModifier.ControlModifier


def form_named(name):
    form = SHIPPED.get(name)
    assert form is not None
    return form


@pytest.fixture
def card(show):
    made = show(QuestionsCard(lambda: TODAY), 700, 600)
    made.show_form(form_named("seance_psychologue"), {})
    return made


def key(name, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), name, modifier)


def choose(page, kind):
    combo = page.frame.form.facts.type
    combo.setCurrentIndex(combo.findData(kind))
    combo.activated.emit(combo.currentIndex())


# --- alone ---------------------------------------------------------------------------------


def test_that_without_answers_there_is_one_line_and_nothing_is_built(card):
    assert card.unfold_button.text() == "Compléter\xa0: sécurité, envies"
    assert (card.folded.title.text(), card.folded.isVisible()) == ("Sécurité et envies", True)
    assert card.view.row("craving") is None
    assert card.stops() == [card.unfold_button]
    assert card.answers == {}


def test_that_answers_open_the_card_and_are_given_back(card):
    heard = []
    card.edited.connect(lambda: heard.append(card.answers))
    given = {"rud_change": False, "craving": 4}
    card.show_form(form_named("seance_psychologue"), given)
    assert not card.folded.isVisible()
    assert (card.answers, heard) == (given, [])
    card.view.row("craving").editor.widget.button(7).click()
    assert heard == [{"rud_change": False, "craving": 7}]


def test_that_a_card_without_questions_is_not_there(card):
    card.show_form(None, {})
    assert not card.isVisible()
    assert card.answers == {}


def test_that_the_keyboard_meets_the_questions_in_the_order_read(card):
    grown = []
    card.grown.connect(lambda: grown.append(len(card.stops())))
    card.unfold_button.click()
    card.view.row("rud_change").editor.widget.part("OUI").click()
    owners = [
        next(n for n, row in card.view.group_view().rows.items() if row.isAncestorOf(stop))
        for stop in card.stops()
    ]
    assert list(dict.fromkeys(owners)) == [
        "rud_change",
        "rud_risque",
        "rud_urgence",
        "rud_dangerosite",
        "craving",
    ]
    assert grown[0] < grown[1]


def test_that_a_repeated_rubric_is_headed_by_its_rows_alone(card):
    card.show_form(form_named("seance_sociale"), {"demarche_1": "LOGEMENT"})
    heads = [i.text for i in card.view.group_view().group.items if not i.is_question]
    assert heads == ["Démarche 1", "Démarche 2", "Démarche 3", "Accompagnement"]


def test_that_a_problem_is_said_at_its_question(card):
    card.show_form(form_named("seance_psychologue"), {"craving": 11})
    card.show_problems([Problem("craving", "Entrez un nombre entre 0 et 10")])
    card.focus_item("craving")
    assert card.view.row("craving").field.error_text.startswith("Entrez un nombre")
    assert card.isAncestorOf(QApplication.focusWidget())


# --- on the page ---------------------------------------------------------------------------


@pytest.fixture
def social(team, theme):
    made = make_desk(team, theme, Role.TRAVAILLEUR_SOCIAL)
    yield made
    made.settle()


@pytest.fixture
def social_page(page_for, social, sophie) -> SeancePage:
    return page_for(sophie.id, at=social)


def test_that_the_page_goes_to_the_first_question(social_page, social):
    form = social_page.frame.form
    social_page.resize(1060, 660)
    QApplication.processEvents()
    key(Qt.Key.Key_D, CONTROL)
    QApplication.processEvents()
    first = form.questions.view.row("demarche_1").editor.widget
    seen = first.visibleRegion().boundingRect()
    assert seen.height() == first.height()


def test_that_a_key_opens_the_questions_and_others_answer_them(social_page, social, sophie):
    form = social_page.frame.form
    key(Qt.Key.Key_D, CONTROL)
    first = form.questions.view.row("demarche_1").editor.widget
    assert QApplication.focusWidget() is first
    assert not first.visibleRegion().isEmpty()
    for _ in range(5):
        key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_2)
    assert form.questions.answers == {"demarche_1": "LOGEMENT", "demarche_etat_1": "EN_COURS"}
    key(Qt.Key.Key_Tab)
    assert form.questions.view.row("demarche_precisions_1").isAncestorOf(QApplication.focusWidget())
    key(Qt.Key.Key_Return, CONTROL)
    social.settle()
    with social.office.store.read() as work:
        (made,) = work.consultations.of(sophie.id)
    assert made.reponses == {"demarche_1": "LOGEMENT", "demarche_etat_1": "EN_COURS"}


def test_that_changing_the_act_shows_its_questions_and_forgets_none(
    social_page, social, page_for, sophie
):
    form = social_page.frame.form
    form.questions.unfold_button.click()
    form.questions.view.row("demarche_1").editor.answered.emit("LOGEMENT")
    choose(social_page, TypeActe.VAD)
    assert form.questions.folded.title.text() == "Visite à domicile"
    assert form.facts.lieu.value() == "DOMICILE"
    form.questions.unfold_button.click()
    form.questions.view.row("visite_constat").editor.answered.emit("Chauffage en panne")
    choose(social_page, TypeActe.ENTRETIEN_TS)
    assert form.questions.answers == {"demarche_1": "LOGEMENT"}
    assert form.typed().reponses == {
        "seance_sociale": {"demarche_1": "LOGEMENT"},
        "seance_visite": {"visite_constat": "Chauffage en panne"},
    }
    social_page.leave()
    social.settle()
    again = page_for(sophie.id, at=social).frame.form  # as after a power cut
    assert again.typed().reponses == form.typed().reponses
    assert again.questions.answers == {"demarche_1": "LOGEMENT"}


def test_that_somebody_absent_is_asked_nothing_and_what_was_typed_waits(page, settle):
    form = page.frame.form
    form.questions.unfold_button.click()
    form.questions.view.row("craving").editor.widget.button(7).click()
    form.facts.presence.part("ABSENT_EXCUSE").click()
    assert not form.questions.isVisible()
    form.facts.presence.part("HONORE").click()
    assert form.questions.answers == {"craving": 7}
    settle()


def test_that_a_wrong_answer_is_said_at_its_question_before_recording(
    page_for, team, theme, sophie, recorded
):
    desk = make_desk(team, theme, Role.MEDECIN)
    page = page_for(sophie.id, at=desk)
    form = page.frame.form
    choose(page, TypeActe.VACCINATION)
    form.questions.unfold_button.click()
    row = form.questions.view.row("vaccin_rang")
    row.editor.answered.emit(9)
    page.frame.finish.click()
    desk.settle()
    assert row.field.error_text == "Entrez un nombre entre 1 et 6"
    assert QApplication.focusWidget() is row.field.editor
    assert recorded(sophie.id) == []
    row.editor.answered.emit(2)
    page.frame.finish.click()
    desk.settle()
    (made,) = recorded(sophie.id)
    assert (made.form, made.reponses) == ("seance_vaccination", {"vaccin_rang": 2})


def test_that_correcting_a_session_shows_its_answers(team, page_for, sophie, settle, recorded):
    done = team.seance(
        sophie.id, TODAY, reponses={"seance_psychologue": {"rud_change": False, "craving": 3}}
    )
    page = page_for(sophie.id, done.id)
    form = page.frame.form
    assert form.questions.answers == {"rud_change": False, "craving": 3}
    form.questions.view.row("craving").editor.widget.button(5).click()
    page.frame.finish.click()
    page.reason.edit.setText("Oubli")
    page.reason.accept()
    settle()
    page.frame.finish.click()  # « déjà notée » and the like are answered by asking again
    settle()
    assert recorded(sophie.id)[0].reponses == {"rud_change": False, "craving": 5}


@pytest.mark.parametrize("percent", [100, 150])
def test_that_open_questions_fit_and_are_accessible(social_page, theme, percent):
    theme.choose("clair", percent)
    social_page.resize(1270, 900)
    choose(social_page, TypeActe.TROD)
    questions = social_page.frame.form.questions
    questions.unfold_button.click()
    questions.view.row("trod_tests").editor.answered.emit(["VIH", "VHC"])
    QApplication.processEvents()
    assert a11y.problems(social_page) == []
    theme.choose("clair", 100)
