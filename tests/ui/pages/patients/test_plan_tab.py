"""The plan of care: read, moved in two clicks, printed, compared."""

from datetime import date

import pytest

from microstructure_desktop.services import plan_de_soins
from microstructure_desktop.services.plan_de_soins import plans
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.dossier import DossierPage
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from tests.services.plans import moved, planned_care
from tests.ui import a11y


@pytest.fixture
def tab(desk, opened, sophie, plan):
    route = Route("dossier", patient_id=sophie.id, onglet="plan")
    return opened(DossierPage(desk.context), route).plan


@pytest.fixture
def plan(team, sophie):
    return planned_care(team, sophie)


def states(desk, patient):
    return [goal.etat for goal in plans(desk.office, patient.id).actuel.objectifs]


def test_that_the_plan_is_a_tab_of_the_record(tab):
    assert tab.isVisible()
    assert len(tab.goals.states) == 2
    assert a11y.problems(tab) == []


def test_that_a_goal_moves_in_two_clicks_and_comes_back(desk, tab, sophie):
    tab.goals.states[1].click()
    assert tab.states.isVisible()
    labels = [action.text() for action in tab.states.actions()]
    assert labels == ["À commencer", "En cours", "Atteint en partie", "Atteint", "Abandonné"]
    assert [action.isChecked() for action in tab.states.actions()][:2] == [True, False]
    told = []
    desk.context.events.notice_requested.connect(told.append)
    tab.states.actions()[3].trigger()
    tab.states.close()
    desk.settle()
    assert states(desk, sophie) == ["EN_COURS", "ATTEINT"]
    assert tab.goals.states[1].text() == "Atteint"
    assert (told[0].text, told[0].action) == ("Objectif mis à jour", "Annuler")
    told[0].on_action()
    desk.settle()
    assert states(desk, sophie) == ["EN_COURS", "A_FAIRE"]
    assert tab.goals.states[1].text() == "À commencer"


def test_that_the_same_state_writes_nothing(desk, tab, sophie):
    tab.goals.states[0].click()
    tab.states.actions()[1].trigger()
    tab.states.close()
    assert len(plans(desk.office, sophie.id).actuel.versions) == 1


def test_that_a_plan_changed_meanwhile_is_said(desk, tab, plan, sophie):
    told = []
    desk.context.events.notice_requested.connect(told.append)
    tab.goals.states[0].click()
    plan_de_soins.change_etat(desk.office, plan.id, 1, "PARTIEL", None)
    tab.states.actions()[3].trigger()
    tab.states.close()
    desk.settle()
    assert told[0].kind == "danger"
    assert states(desk, sophie)[0] == "PARTIEL"


def test_that_the_plan_is_revised_and_another_begun(desk, tab, plan, sophie):
    tab.goals.revise_button.click()
    assert desk.routes[-1] == Route("fiche", patient_id=sophie.id, fiche_id=plan.id)
    tab.goals.new_button.click()
    assert desk.routes[-1] == Route("fiche", patient_id=sophie.id, form_id="pps")


@pytest.mark.parametrize("name", ["print_button", "parcours_button"])
def test_that_the_plan_and_the_path_are_printed(desk, tab, name):
    getattr(tab.goals, name).click()
    desk.settle()
    preview = tab.findChild(PrintPreview)
    assert preview.isVisible()
    preview.close()


def test_that_versions_are_compared_and_a_plan_of_before_is_read(desk, tab, team, plan, sophie):
    old = planned_care(team, sophie, date(2026, 3, 10))
    moved(team, plan, 1, "ATTEINT")
    tab.show_plans(plans(desk.office, sophie.id), sophie.id)
    tab.versions.history_button.click()
    desk.settle()
    dialog = tab.findChild(HistoryDialog)
    assert dialog.choice.count() == 2
    dialog.accept()
    tab.versions.plan_chosen.emit(plans(desk.office, sophie.id).plans[1])
    route = Route("dossier", patient_id=sophie.id, onglet="fiches", fiche_id=old.id)
    assert desk.routes[-1] == route


def test_that_somebody_without_a_plan_is_offered_one(desk, opened, team):
    other = team.patient("Autre", "Jean")
    route = Route("dossier", patient_id=other.id, onglet="plan")
    page = opened(DossierPage(desk.context), route)
    assert not page.plan.versions.isVisible()
    page.plan.goals.findChild(EmptyState).action_button.click()
    assert desk.routes[-1] == Route("fiche", patient_id=other.id, form_id="pps")
