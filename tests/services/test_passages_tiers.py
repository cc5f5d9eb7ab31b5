"""A text that names somebody else, or speaks of those around the person, is marked."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.passages_tiers import signes

from .cases import as_role


def test_that_others_are_marked_and_the_person_is_not(team):
    sophie = team.patient("Légende", "Sophie")
    team.patient("Corbeau", "Irma")
    textes = {
        "Sophie Légende dort mieux.": None,
        "Vue avec C. Modèle et le Dr Exemple.": None,
        "Vient avec Mme Corbeau.": "Corbeau",
        "Appel de M. Vasseur ce matin.": "M. Vasseur",
        "SA MÈRE a téléphoné.": "MÈRE",
        "Sa belle-sœur l’aide.": "belle-sœur",
        "Marche une heure par jour.": None,
    }
    found = signes(team.medecin, {sophie.id}, textes)
    assert found == {texte: mark for texte, mark in textes.items() if mark}


def test_that_who_reads_no_care_learns_nothing(team):
    sophie = team.patient()
    with pytest.raises(AccessDenied):
        signes(as_role(team.medecin, Role.SECRETARIAT), {sophie.id}, ["Mme Roy"])
