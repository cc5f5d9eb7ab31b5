"""Ending an episode."""

from datetime import date

import pytest

from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.exit_form import ExitForm
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def form(show, desk, sophie):
    inclusion = dossiers.dossier(desk.office, sophie.id).inclusion
    made = show(ExitForm(desk.context, sophie, inclusion), 900, 700)
    desk.settle()
    return made


def test_that_the_reason_is_asked_for(form):
    assert a11y.problems(form) == []
    form.save_button.click()
    assert form.fields.field("motif").error_text == "Choisissez le motif de fin de suivi."
    assert form.fields.day("fin") == TODAY


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Entrez"), ("20/11/2026", "aujourd’hui ou avant"), ("02/03/2026", "03/03/2026")],
)
def test_that_the_last_day_lies_in_the_follow_up(form, typed, said):
    form.fields.set_typed({"fin": typed, "motif": "DEMENAGEMENT"})
    form.save_button.click()
    assert said in form.fields.field("fin").error_text


def test_that_the_follow_up_ends_with_its_reason(qtbot, form):
    form.fields.set_typed({"fin": "12/10/2026", "motif": "DEMENAGEMENT"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert (saved.args[0].fin, saved.args[0].motif_sortie) == (date(2026, 10, 12), "DEMENAGEMENT")
