"""What a person may object to, in words."""

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui.pages.patients.rights_words import EFFECTS, audiences, objection


def test_that_each_objection_is_said_with_whom_it_is_about(team):
    membres = [office.membre for office in team.offices.values()]
    said = {
        objection(cible, membres)
        for cible in (
            Cible(Objet.PARTAGE),
            Cible(Objet.PARTAGE, None, Role.PSYCHIATRE),
            Cible(Objet.PARTAGE, team.medecin.membre.id),
            Cible(Objet.STATISTIQUE),
            Cible(Objet.RETRAIT),
        )
    }
    assert said == {
        "S’oppose au partage avec toute l’équipe",
        "S’oppose au partage avec les psychiatres",
        "S’oppose au partage avec Dr Exemple",
        "S’oppose aux statistiques",
        "A retiré son accord",
    }


@pytest.mark.parametrize("objet", Objet)
def test_that_each_says_what_follows(objet):
    assert EFFECTS[objet].startswith("Effet immédiat")


def test_that_nobody_without_access_to_care_is_offered(team):
    offered = [code for code, _ in audiences(o.membre for o in team.offices.values())]
    assert team.medecin.membre.id in offered
    assert team[Role.SECRETARIAT].membre.id not in offered
