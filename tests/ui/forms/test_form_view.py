"""Filling a form in, one rubric at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.rules import Problem
from microstructure_desktop.services import reference
from microstructure_desktop.ui.forms.form_view import FormView
from microstructure_desktop.ui.forms.tab_order import stops
from tests.forms.samples import HEAD, LISTS, TODAY, chain
from tests.ui import a11y

FORM = chain()
SHIPPED = reference.load().forms.latest()


@pytest.fixture
def view(qtbot):
    made = FormView(lambda: TODAY)
    qtbot.addWidget(made)
    made.show_form(FORM, {"niveau": "BAS"})
    made.resize(700, 500)
    made.show()
    return made


def choose(view, item_id, code):
    view.row(item_id).field.editor.part(code).click()


def test_that_the_first_rubric_is_shown_with_its_answers(view):
    assert view.current == "un"
    assert view.row("niveau").field.editor.value() == "BAS"
    assert view.answers == {"niveau": "BAS"}


def test_that_a_rubric_is_built_when_it_is_shown(view):
    assert view.row("envie") is None
    view.show_group("deux")
    assert view.row("envie").isVisible()
    assert not view.row("niveau").isVisible()


def test_that_an_answer_is_kept_and_told(view, qtbot):
    with qtbot.waitSignal(view.answers_changed):
        choose(view, "niveau", "HAUT")
    assert view.answers["niveau"] == "HAUT"


def test_that_conditional_questions_follow_at_once(view):
    assert view.row("conduite") is None
    choose(view, "niveau", "HAUT")
    assert view.row("conduite").isVisible()
    choose(view, "niveau", "BAS")
    assert not view.row("conduite").isVisible()


def test_that_changing_one_s_mind_twice_loses_nothing(view, taper):
    choose(view, "niveau", "HAUT")
    taper(view.row("conduite").field.editor.editor, "appel")
    choose(view, "niveau", "BAS")
    choose(view, "niveau", "HAUT")
    assert view.answers["conduite"] == "appel"
    assert view.row("conduite").field.editor.text() == "appel"


def test_that_an_answer_given_back_is_forgotten(view):
    choose(view, "niveau", "BAS")
    assert view.answers == {}


def test_that_an_answer_may_show_a_question_of_another_rubric(view, qtbot):
    view.show_group("deux")
    qtbot.mouseClick(view.row("envie").field.editor.button(8), Qt.MouseButton.LeftButton)
    assert view.row("lieux").isVisible()


def test_that_a_wrong_answer_is_said_once_it_is_finished(view, taper):
    editor = view.row("jour").field.editor
    taper(editor, "en mars")
    assert view.row("jour").field.error_text == ""
    editor.editingFinished.emit()
    assert view.row("jour").field.error_text == "Entrez une date comme 23/11/2026"
    editor.clear()
    taper(editor, "23/11/2026")
    editor.editingFinished.emit()
    assert view.row("jour").field.error_text == ""


def test_that_an_unlikely_answer_is_asked_about(view, taper):
    editor = view.row("jour").field.editor
    taper(editor, "23/11/2020")
    editor.editingFinished.emit()
    assert view.row("jour")._question.text() == "Le 23/11/2020, c’est bien cela\u00a0?"
    assert view.row("jour").field.error_text == ""


def test_that_problems_are_written_under_their_question_whenever_it_is_built(view):
    view.show_problems([Problem("jour", "Une date"), Problem("envie", "Un nombre")])
    view.show_group("deux")
    assert view.row("jour").field.error_text == "Une date"
    assert view.row("envie").field.error_text == "Un nombre"
    view.show_problems([])
    assert view.row("envie").field.error_text == ""


def test_that_a_question_is_reached_wherever_it_is(qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    view = FormView(lambda: TODAY)
    view.show_form(FORM, {})
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(600, 200)
    area.show()
    view.focus_item("note")
    assert view.current == "deux"
    assert view.row("note").isAncestorOf(area.focusWidget())
    assert not view.row("note").visibleRegion().isEmpty()
    view.focus_item("inconnu")
    assert view.current == "deux"


def test_that_another_form_starts_afresh(view):
    view.show_problems([Problem("jour", "Une date")])
    view.show_form(FORM, {})
    assert view.answers == {}
    assert view.row("jour").field.error_text == ""


def test_that_the_first_shown_question_takes_the_keyboard(view):
    assert view.first_focus() is view.row("jour").field.editor


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.id)
def test_that_every_shipped_form_is_shown_whole_and_accessible(qtbot, form):
    made = FormView(lambda: TODAY)
    qtbot.addWidget(made)
    made.show_form(form, {})
    made.resize(760, 900)
    made.show()
    for group in form.groups:
        made.show_group(group.id)
        QApplication.processEvents()
        made.group_view().show_enabled({}, frozenset(item.id for item in group.items))
        made.resize(760, 3000)
        QApplication.processEvents()
        asked = {item.id for item in group.items if item.is_question}
        assert set(made.group_view().rows) == asked
        assert a11y.problems(made) == []
        assert made.minimumSizeHint().width() <= 700


def test_that_tab_goes_to_a_question_where_it_has_just_appeared(qtbot):
    made = FormView(lambda: TODAY)
    qtbot.addWidget(made)
    made.show_form(next(form for form in SHIPPED if form.id == "psychologique_suivi"), {})
    made.show()
    choose(made, "evolution_psychique", "DEGRADE")
    seen = list(stops(made.group_view().body))
    late, after = (made.row(name).field.editor for name in ("evolution_precisions", "motivation"))
    assert seen.index(late.editor) < seen.index(after)
    chain, step = [], seen[0]
    while len(chain) < len(seen):
        if step in seen:
            chain.append(step)
        step = step.nextInFocusChain()
    assert chain == seen


def test_that_a_long_rubric_is_built_little_by_little_and_found_at_once(qtbot):
    rows = "\n".join(
        f'[[group.item]]\nid = "q{n}"\ntext = "Q{n}"\ntype = "string"\nrequired = true'
        for n in range(100)
    )
    form = loader.load(f'{HEAD}\n[[group]]\nid = "un"\ntitle = "Un"\n{rows}\n', LISTS, {})
    made = FormView(lambda: TODAY)
    qtbot.addWidget(made)
    made.show_form(form, {"q99": "fin"})
    made.show()
    assert made.row("q39") is not None
    assert made.row("q99") is None
    made.show_problems([Problem("q98", "Écrivez une réponse")])
    qtbot.waitUntil(lambda: made.row("q60") is not None)
    made.focus_item("q99")
    assert made.row("q99").field.editor.text() == "fin"
    assert made.row("q98").field.error_text == "Écrivez une réponse"
    assert len(made.group_view().rows) == 100
