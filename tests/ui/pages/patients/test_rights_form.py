"""Noting what a person objects to."""

from datetime import date

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.rights_form import RightsForm
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def form(show, desk, sophie):
    made = show(RightsForm(desk.context, dossiers.dossier(desk.office, sophie.id)), 900, 700)
    desk.settle()
    return made


def saved(qtbot, form, **typed):
    form.fields.set_typed(typed)
    with qtbot.waitSignal(form.saved) as done:
        form.save_button.click()
    return done.args[0]


def test_that_a_profession_is_named(qtbot, form):
    assert a11y.problems(form) == []
    made = saved(qtbot, form, devant="travailleur_social")
    assert (made.objet, made.oppose, made.jour) == (Objet.PARTAGE, True, TODAY)
    assert (made.role, made.membre) == (Role.TRAVAILLEUR_SOCIAL, None)


def test_that_one_person_is_named(qtbot, form, team):
    made = saved(qtbot, form, devant=team.medecin.membre.id, jour="12/10/2026")
    assert (made.role, made.membre) == (None, team.medecin.membre.id)
    assert made.jour == date(2026, 10, 12)


def test_that_statistics_are_refused_before_nobody_in_particular(qtbot, form):
    form.fields.set_typed({"devant": "medecin", "objet": "opposition_statistique"})
    assert not form.fields.field("devant").isVisible()
    assert "chiffres transmis" in form.effect.text()
    made = saved(qtbot, form)
    assert (made.objet, made.role, made.membre) == (Objet.STATISTIQUE, None, None)


@pytest.mark.parametrize(("typed", "said"), [("", "Entrez"), ("20/11/2026", "aujourd’hui")])
def test_that_the_day_is_past(form, typed, said):
    form.fields.set_typed({"jour": typed})
    form.save_button.click()
    assert said in form.fields.field("jour").error_text
