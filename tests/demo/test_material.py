"""Every name of the demonstration is visibly made up."""

from random import Random

from microstructure_desktop.demo import material
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.patient import Sexe


def test_that_no_family_name_comes_twice_even_in_a_large_cabinet():
    people = material.load().people(Random(1), 60)
    assert len({family for family, _, _ in people}) == 60
    assert sum(sexe is Sexe.F for _, _, sexe in people) == 30


def test_that_the_team_has_every_profession_that_receives_people():
    roles = [m.role for m in material.load().team]
    assert set(SOIGNANTS) <= set(roles)
    assert 3 <= len(roles) <= 5


def test_that_each_profession_has_its_own_sentences():
    loaded = material.load()
    notes = {role: loaded.note(Random(3), role) for role in SOIGNANTS}
    assert len(set(notes.values())) == len(SOIGNANTS)
    assert Role.SECRETARIAT not in notes
