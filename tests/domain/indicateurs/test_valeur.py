"""What figures are made of, counted by hand."""

from microstructure_desktop.domain.indicateurs import valeur
from microstructure_desktop.domain.indicateurs.valeur import Nature, Resultat, Valeur

TEN = [f"p{n}" for n in range(10)]


def test_that_people_are_counted_once():
    found = valeur.personnes("", ["a", "b", "a"])
    assert (found.valeur, found.qui) == (2, frozenset("ab"))


def test_that_a_share_counts_only_those_whose_answer_is_known():
    found = valeur.part("oui", ["a", "b", "z"], ["a", "b", "c", "d"], nr=3)
    assert (found.valeur, found.base, found.nr, found.qui) == (2, 4, 3, frozenset("ab"))


def test_that_a_percentage_needs_ten_people_and_rounds_half_up():
    assert valeur.part("", TEN[:1], TEN[:9]).pour_cent is None
    assert valeur.part("", TEN[:1], TEN).pour_cent == 10
    assert Valeur("", Nature.PART, 1, 40).pour_cent == 3  # 2,5 %
    assert Valeur("", Nature.NOMBRE, 1, 40).pour_cent is None


def test_that_a_breakdown_sets_unknown_answers_aside_and_counts_them():
    known = {"a": "SDF", "b": "NR", "c": "SDF", "d": "PRISON", "z": "SDF"}
    found = valeur.repartition(known, "abcde", ["SDF", "PRISON", "AUTRE", "NR"])
    assert [(v.cle, v.valeur, v.base, v.nr) for v in found] == [
        ("SDF", 2, 3, 2),
        ("PRISON", 1, 3, 2),
        ("AUTRE", 0, 3, 2),
    ]
    assert found[0].qui == frozenset("ac")


def test_that_a_mean_is_in_tenths_rounded_half_up():
    assert valeur.moyenne("", [1, 2]).valeur == 15
    assert valeur.moyenne("", [1, 1, 2]).valeur == 13
    assert valeur.moyenne("", []) == Valeur("", Nature.MOYENNE, None, 0)


def test_that_a_median_lies_between_the_two_middle_values():
    assert valeur.mediane("", [9, 1, 4]).valeur == 40
    assert valeur.mediane("", [4, 1, 9, 6]).valeur == 50
    assert valeur.mediane("", [1, 2]).valeur == 15
    assert valeur.mediane("", [], nr=2) == Valeur("", Nature.MEDIANE, None, 0, 2)


def test_that_a_value_is_found_by_its_key():
    total, one = valeur.nombre("", 3), valeur.nombre("medecin", 1)
    found = Resultat("M05", (total, one))
    assert (found.valeur(), found.valeur("medecin"), found.valeur("autre")) == (total, one, None)
