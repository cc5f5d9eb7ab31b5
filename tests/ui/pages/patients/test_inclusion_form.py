"""Opening an episode for somebody known."""

from datetime import date

import pytest

from microstructure_desktop.services import patients
from microstructure_desktop.ui.pages.patients.inclusion_form import InclusionForm
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def outside(team):
    return team.patient(programme=None, debut=None)


@pytest.fixture
def make(show, desk):
    def made(patient):
        form = show(InclusionForm(desk.context, patient), 900, 700)
        desk.settle()
        return form

    return made


def test_that_an_episode_is_opened(qtbot, make, outside):
    form = make(outside)
    assert a11y.problems(form) == []
    form.fields.set_typed({"debut": "01/11/2026", "orienteur": "CSAPA"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    made = saved.args[0]
    assert (made.programme, made.debut, made.orienteur) == (
        "COVID_SM", date(2026, 11, 1), "CSAPA",
    )  # fmt: skip


def test_that_a_date_to_come_is_refused_at_its_field(make, outside):
    form = make(outside)
    form.fields.set_typed({"debut": "+1 j"})
    form.save_button.click()
    assert "aujourd’hui ou avant" in form.fields.field("debut").error_text


def test_that_somebody_already_included_is_refused_with_the_way_out(desk, make, sophie):
    form = make(sophie)
    form.save_button.click()
    desk.settle()
    assert "déjà incluse" in form.fields.field("programme").error_text
    assert form.fields.day("debut") == TODAY


def test_that_an_alias_enters_what_pays_for_nobody(qtbot, desk, make):
    saisie = patients.PatientSaisie("Mistral", "", date(1990, 1, 1), anonyme=True)
    form = make(patients.create(desk.office, saisie))
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert saved.args[0].programme == "MSMA_HORS_FORFAIT"


def test_that_the_age_of_the_person_is_looked_at(team, make):
    young = team.patient("Jeune", naissance=date(2010, 1, 5), programme=None, debut=None)
    form = make(young)
    form.fields.set_typed({"programme": "EQUIPADDICT"})
    assert form.inclusion.about.caution.text().startswith("16\u00a0ans")
