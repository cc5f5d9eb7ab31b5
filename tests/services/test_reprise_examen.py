"""Each row is created, known, doubtful, to correct or left aside; the rows above count too."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.patient import Identite
from microstructure_desktop.services import reprise_examen
from microstructure_desktop.services.reprise_examen import Sort
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.services.reprise_personnes import Lue
from tests import factories as make

BORN = date(1992, 5, 14)
SOPHIE = Lue(2, "Légende", "Sophie", naissance=BORN)
KNOWN = make.a_patient(nom="Légende", prenom="Sophie", naissance=BORN)


def examined(*lues, known=()):
    return reprise_examen.examiner("CSV", lues, known).lignes


def test_that_a_new_person_is_created_and_taken_by_default():
    preview = reprise_examen.examiner("CSV", [SOPHIE, Lue(3)], [])
    assert [x.sort for x in preview.lignes] == [Sort.CREER, Sort.IGNOREE]
    assert preview.proposees() == {2}
    assert preview.comptes() == {Sort.CREER: 1, Sort.IGNOREE: 1}
    assert preview.format == "CSV"


@pytest.mark.parametrize("nom", ["Légende", "LEGENDE", "légende "])
def test_that_the_same_person_is_known_whatever_the_accents(nom):
    (found,) = examined(replace(SOPHIE, nom=nom), known=[KNOWN])
    assert found.sort is Sort.CONNU
    assert found.semblable.patient == KNOWN


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"nom": "Legendre"}, "lettres"),
        ({"nom": "Sophie", "prenom": "Légende"}, "inversés"),
        ({"naissance": date(1992, 5, 15)}, "chiffre"),
        ({"nom": "Autre", "nom_naissance": "Légende"}, "naissance"),
    ],
)
def test_that_a_likely_duplicate_is_to_be_reviewed_with_its_reason(changes, words):
    (found,) = examined(replace(SOPHIE, **changes), known=[KNOWN])
    assert found.sort is Sort.DOUBLON
    assert words in found.semblable.raison
    assert found.semblable.patient == KNOWN


def test_that_the_name_of_birth_of_who_is_known_counts():
    married = replace(KNOWN, nom="Récit", identite=Identite(nom_naissance="Légende"))
    (found,) = examined(SOPHIE, known=[married])
    assert found.sort is Sort.DOUBLON


def test_that_two_rows_about_one_person_are_seen():
    again = replace(SOPHIE, numero=9, nom="LEGENDE")
    first, second = examined(SOPHIE, again)
    assert (first.sort, second.sort) == (Sort.CREER, Sort.DOUBLON)
    assert (second.semblable.numero, second.semblable.patient) == (2, None)


def test_that_on_equal_terms_somebody_followed_is_named_first():
    near = replace(SOPHIE, nom="Legendre")
    _, found = examined(near, replace(near, numero=3, nom="Legendes"), known=[KNOWN])
    assert found.semblable.patient == KNOWN


def test_that_a_row_to_correct_is_compared_with_nobody():
    faulty = replace(SOPHIE, fautes={Champ.DEBUT: "…"})
    first, second = examined(faulty, replace(SOPHIE, numero=3))
    assert (first.sort, first.semblable) == (Sort.A_CORRIGER, None)
    assert second.sort is Sort.CREER


def test_that_other_people_are_let_through():
    others = [
        replace(SOPHIE, numero=3, nom="Fable", prenom="Karim"),
        replace(SOPHIE, numero=4, naissance=date(1971, 1, 30)),
    ]
    assert [x.sort for x in examined(SOPHIE, *others)] == [Sort.CREER] * 3
