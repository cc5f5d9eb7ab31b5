"""One rubric on a card."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Auto
from microstructure_desktop.forms.rules import enabled
from microstructure_desktop.services import reference
from microstructure_desktop.ui.forms.group_view import GroupView
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.conditional import Conditional
from tests.forms.samples import TODAY
from tests.forms.test_repeating import form as repeating

FORM = reference.load().forms.get("psychologique_suivi")
JUNE = date(2026, 6, 2)
BEFORE = {
    "motivation": Earlier(JUNE, "ACTION"),
    "alliance": Earlier(JUNE, "BONNE"),
    "evolution_psychique": Earlier(JUNE, "STABLE"),
    "evolution_precisions": Earlier(JUNE, "un deuil"),
    "rud_risque": Earlier(JUNE, "FAIBLE"),
}


@pytest.fixture
def make(qtbot):
    def made(item_id, answers=None, before=None):
        view = GroupView(FORM.group_of(item_id), Role.PSYCHOLOGUE, lambda: TODAY)
        qtbot.addWidget(view)
        if before:
            view.show_earlier(before)
        view.show_answers(answers or {}, enabled(FORM, answers or {}))
        view.show()
        view.heard = {}
        view.answered.connect(view.heard.__setitem__)
        return view

    return made


def test_that_conditional_questions_are_hidden_with_their_bar(make):
    view = make("rud_urgence")
    assert "securite_conduite" not in view.rows
    assert not any(block.isVisible() for block in view.findChildren(Conditional))


def test_that_an_answer_shows_what_depends_on_it_behind_a_bar(make):
    view = make("rud_urgence", {"rud_urgence": "ELEVE", "securite_suite": "ACTION"})
    line = view.rows["securite_conduite"]
    assert line.isVisible()
    assert isinstance(line.parentWidget(), Conditional)
    assert view.findChild(Banner).title() == "Que faites-vous maintenant\u00a0?"
    assert view.findChild(Banner).isVisible()


def test_that_what_the_software_computes_is_shown(make):
    view = make("assiduite")
    view.show_auto({Auto.ASSIDUITE: "3 séances tenues"})
    assert view._autos[Auto.ASSIDUITE].text() == "3 séances tenues"


def test_that_one_click_takes_back_every_unanswered_choice(make, qtbot):
    view = make("motivation", {"evolution_psychique": "DEGRADE"}, BEFORE)
    assert "02/06/2026" in view.all_unchanged.text()
    qtbot.mouseClick(view.all_unchanged, Qt.MouseButton.LeftButton)
    assert view.heard == {"motivation": "ACTION", "alliance": "BONNE"}


def test_that_what_one_answer_would_show_is_taken_back_with_it(make):
    before = {"craving": Earlier(JUNE, 8), "craving_situations": Earlier(JUNE, ["ENNUI"])}
    view = make("craving", before=before)
    assert "craving_situations" not in view.rows
    assert view.all_unchanged.isVisible()
    view.show_answers({"craving": 2}, enabled(FORM, {"craving": 2}))
    assert not view.all_unchanged.isVisible()


def test_that_a_suicide_assessment_is_never_taken_back(make):
    view = make("rud_urgence", before=BEFORE)
    assert not view.all_unchanged.isVisible()
    assert not view.rows["rud_risque"].unchanged.isVisible()
    assert view.rows["rud_risque"]._earlier_words.isVisible()


def test_that_nothing_is_offered_again_without_a_previous_fiche(make):
    assert not make("motivation").all_unchanged.isVisible()


def test_that_a_row_about_something_else_has_no_last_answers(qtbot):
    form = repeating()
    view = GroupView(form.groups[0], Role.PSYCHOLOGUE, lambda: TODAY)
    qtbot.addWidget(view)
    view.show_earlier({"produit_1": Earlier(JUNE, "HEROINE"), "voie_1": Earlier(JUNE, "fumée")})
    for answers, offered in (
        ({"produit_1": "HEROINE"}, True),
        ({"produit_1": "CANNABIS", "voie_1": ""}, False),
    ):
        view.show_answers(answers, enabled(form, answers) | {"voie_1"})
        assert view.rows["voie_1"].can_take_earlier() is offered
        assert view.rows["produit_1"].can_take_earlier()
