"""An identity being typed is compared with everybody known."""

import pytest

from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.identity_form import IdentityForm


@pytest.fixture
def form(show, desk, sophie):
    made = IdentityForm(desk.context, "Identité", "Garder", subject="essai", patient=None)
    made.start({}, None)
    return show(made, 900, 700)


def test_that_what_is_typed_is_understood(form):
    form.fields.set_typed({"nom": "Légende", "prenom": "Zoé", "naissance": "14/05", "sexe": "F"})
    saisie = form.saisie()
    assert (saisie.nom, saisie.prenom, saisie.sexe) == ("Légende", "Zoé", Sexe.F)
    assert saisie.programme is None
    form.fields.set_typed({"naissance": "demain"})
    assert list(form.problems()) == ["naissance"]


def test_that_a_likely_duplicate_appears_and_opens(qtbot, desk, form, sophie):
    form.fields.set_typed({"nom": "légende", "prenom": "sophie", "naissance": "14/05/1992"})
    qtbot.waitUntil(lambda: form.duplicates.found() != ())
    form.duplicates.open_requested.emit(sophie.id)
    assert desk.routes[-1] == Route("dossier", patient_id=sophie.id)


def test_that_a_birth_name_finds_a_likely_duplicate(qtbot, form, sophie):
    form.fields.set_typed({"nom": "Martin", "prenom": "Sophie", "naissance": "14/05/1992"})
    qtbot.waitUntil(lambda: form.duplicates.found() != ())
    assert "même prénom" in form.duplicates.found()[0].raison.lower()
    form.fields.set_typed({"nom_naissance": "Légende"})
    qtbot.waitUntil(lambda: "nom de naissance" in form.duplicates.found()[0].raison)


def test_that_a_fault_in_the_fold_opens_it(form):
    form.fields.set_typed({"cog": "Toulouse"})
    assert "cog" in form.problems()
    assert form.fields.editor("cog").isVisible()


def test_that_an_alias_is_like_nobody(qtbot, form, sophie):
    form.fields.set_typed({"nom": "légende", "prenom": "sophie", "naissance": "14/05/1992"})
    qtbot.waitUntil(lambda: form.duplicates.found() != ())
    form.fields.set_typed({"anonyme": "oui"})
    qtbot.waitUntil(lambda: form.duplicates.found() == ())
    assert not form.birth.isVisible()
    form.fields.set_typed({"annee": "quatre-vingt"})
    assert list(form.problems()) == ["annee"]
