"""What the measures of duplicates draw from is what it says."""

from collections import Counter

from .population import NOMS, PRENOMS, SLIPS, Population, again


def test_that_names_are_many_and_told_once():
    assert len(set(NOMS)) == len(NOMS) >= 200
    assert len(set(PRENOMS)) == len(PRENOMS) >= 150


def test_that_the_first_names_are_the_most_frequent():
    noms = Counter(who.nom for who in Population(1).people(5000))
    assert [nom for nom, _ in noms.most_common(2)] == ["Martin", "Bernard"]
    assert noms["Martin"] > 4 * noms["Simon"] > 0


def test_that_every_slip_tells_somebody_otherwise():
    population = Population(2)
    people = population.people(200)
    for slip in SLIPS.values():
        told = list(again(population.random, slip, people))
        assert len(told) > 40
        assert all(people[rank] != other for rank, other in told)
