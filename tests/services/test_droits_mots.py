"""Each right is said by the word that people know; none is left without one."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.droits import DROITS, matrice
from microstructure_desktop.services.droits_mots import RIEN, mot, tableau


def said(titre, role):
    found = next(x for x in tableau().lignes if x.titre == titre)
    return found.mots[list(Role).index(role)]


@pytest.mark.parametrize(
    ("titre", "role", "words"),
    [
        ("Fiches médicales", Role.MEDECIN, "lit et écrit"),
        ("Fiches médicales", Role.PSYCHIATRE, "lit"),
        ("Fiches médicales", Role.PSYCHOLOGUE, "résumé partagé"),
        ("Fiches médicales", Role.SECRETARIAT, "—"),
        ("Réunions de synthèse et comptes rendus", Role.PSYCHIATRE, "les siennes"),
        ("Journal des accès", Role.MEDECIN, "lit"),
        ("Journal des accès", Role.PSYCHOLOGUE, "les siens"),
        ("Passer outre une opposition, avec un motif écrit", Role.MEDECIN, "peut le faire"),
    ],
)
def test_that_a_right_is_said_as_it_is_applied(titre, role, words):
    assert said(titre, role) == words


@pytest.mark.parametrize("droit", sorted(DROITS))
def test_that_no_right_is_said_to_be_none(droit):
    assert mot(frozenset({droit})) != RIEN


def test_that_every_content_is_a_line_and_every_role_a_column():
    lignes = tableau().lignes
    assert [x.titre for x in lignes] == [c.titre for c in matrice().contenus.values()]
    assert {len(x.mots) for x in lignes} == {len(Role)}
    assert "L1110-4" in tableau().source
