"""Passing over an objection asks why."""

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import droits_personne
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui.pages.patients.override_form import OverrideForm
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def form(show, team, theme, sophie):
    droits_personne.declarer(
        team.psychologue,
        sophie.id,
        Cible(Objet.PARTAGE, role=Role.MEDECIN),
        oppose=True,
        jour=TODAY,
    )
    desk = make_desk(team, theme, Role.MEDECIN)
    made = show(OverrideForm(desk.context, sophie), 900, 700)
    desk.settle()
    yield made
    desk.settle()


def test_that_the_reason_is_needed(form):
    assert a11y.problems(form) == []
    form.fields.set_typed({"motif": "urgent"})
    form.save_button.click()
    assert "10 caractères" in form.fields.field("motif").error_text


def test_that_the_record_opens_with_its_reason(qtbot, form):
    form.fields.set_typed({"motif": "Malaise au cabinet, appel du 15"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert saved.args[0].motif == "Malaise au cabinet, appel du 15"
