"""A convention is changed from what it says, never typed again."""

from dataclasses import replace

from microstructure_desktop.animateur import enrol, projets
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.exchange import convention as convention_file

from .cases import JOUR, PROJET


def test_that_what_is_in_force_is_taken_over_with_a_change(region):
    current = convention_file.read(region.convention)
    assert projets.of(current) == PROJET
    assert projets.nom(current) == "convention_OCC_1.msma-conv"
    way = projets.voie(TypeCanal.COURRIEL, "animation@example.org")
    projet = replace(projets.of(current), k=projets.LEAST_TRAIT, canaux=(way,), profils=True)
    made = enrol.faire_convention(region.register, region.cles, projet, JOUR)
    said = convention_file.read(made)
    assert (said.k, said.canaux, said.numero, said.profils) == (5, (way,), 2, True)
    assert projets.of(said) == projet
