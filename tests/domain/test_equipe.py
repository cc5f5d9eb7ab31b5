"""How colleagues are named on paper."""

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId


def test_that_doctors_carry_their_title_and_others_their_initial():
    doctor = Membre(MembreId("1"), "Paul", "Exemple", Role.MEDECIN)
    psychiatrist = Membre(MembreId("2"), "Amara", "Gabarit", Role.PSYCHIATRE)
    psychologist = Membre(MembreId("3"), "Claire", "Modèle", Role.PSYCHOLOGUE)
    assert doctor.nom_affiche == "Dr Exemple"
    assert psychiatrist.nom_complet == "Dr Amara Gabarit"
    assert psychologist.nom_affiche == "C. Modèle"
    assert psychologist.initiales == "CM"
