"""Each way of being near has its words, the most telling first."""

from datetime import date

import pytest

from microstructure_desktop.services import ressemblance
from microstructure_desktop.services.ressemblance import Jour, Nom, Part, Personne, slips

BORN = date(1992, 5, 4)


def person(nom, prenom, born=BORN, nom_naissance="", prenoms_naissance=""):
    return Personne(Part(nom), Part(prenom), born, Part(nom_naissance), Part(prenoms_naissance))


@pytest.mark.parametrize(
    ("connu", "saisi", "found"),
    [
        (("Dupont", "Zoé"), ("DUPONT", "zoé"), Nom.MEME),
        (("Lefèvre", "Zoé"), ("Lefevre", "Zoe"), Nom.ECRITURE),
        (("Le Fèvre", "Jean-Marc"), ("Lefevre", "Jean Marc"), Nom.ECRITURE),
        (("N’Diaye", "Awa"), ("Ndiaye", "Awa"), Nom.ECRITURE),
        (("Martin", "Paul"), ("Paul", "Martin"), Nom.INVERSE),
        (("Martin", "Paul"), ("Paule", "Marttin"), Nom.INVERSE),
        (("Dupont", "Zoé"), ("Dupomt", "Zoé"), Nom.FAUTE),
        (("Dupont", "Zoé"), ("Duopnt", "Zoé"), Nom.FAUTE),
        (("Bah", "Ali"), ("Ba", "Ali"), Nom.SON),
        (("Thévenot", "Zoé"), ("Tevenaud", "Zoé"), Nom.SON),
        (("Dupont", "Jean"), ("Dupont", "Jean-Marc"), Nom.PARTIE),
        (("Garnier-Diallo", "Awa"), ("Diallo", "Awa"), Nom.PARTIE),
        (("Charbonneau", "Zoé"), ("Charbonnier", "Zoé"), Nom.PROCHE),
        (("Garnier", "Zoé"), ("Diallo", "Zoe"), Nom.PRENOM),
        (("Garnier", "Zoé"), ("Garnier", "Ali"), Nom.FAMILLE),
        (("Garnier", "Zoé"), ("Diallo", "Ali"), Nom.AUTRE),
        (("Li", "Yu"), ("Lu", "Wei"), Nom.AUTRE),
        (("", ""), ("", ""), Nom.AUTRE),
    ],
)
def test_that_two_names_are_as_near_as_they_look(connu, saisi, found):
    assert ressemblance.noms(person(*connu), person(*saisi)) is found


@pytest.mark.parametrize(
    ("connu", "saisi"),
    [
        (person("Garnier", "Awa", nom_naissance="Diallo"), person("Diallo", "Awa")),
        (person("Diallo", "Awa"), person("Garnier", "Awa", nom_naissance="Dialo")),
        (
            person("Garnier", "Awa", nom_naissance="Diallo"),
            person("Petit", "Awa", nom_naissance="DIALLO"),
        ),
        (
            person("Garnier", "Awa", nom_naissance="Diallo", prenoms_naissance="Aminata Awa"),
            person("Diallo", "Aminata"),
        ),
    ],
)
def test_that_a_name_of_birth_is_compared_with_the_one_used(connu, saisi):
    assert ressemblance.noms(connu, saisi) is Nom.NAISSANCE


def test_that_what_is_stored_of_a_sound_is_used():
    assert Part("Dupont", son="du pon").dit == Part("Dupond").dit == "dupon"
    assert Part("?", norme="le fe'vre").lettres == Part("Le Fèvre").lettres == "lefevre"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (date(1992, 5, 4), Jour.MEME),
        (date(1992, 4, 5), Jour.INVERSE),
        (date(1992, 5, 3), Jour.CHIFFRE),
        (date(1929, 5, 4), Jour.CHIFFRE),
        (date(1991, 5, 3), Jour.AUTRE),
        (None, Jour.INCONNU),
    ],
)
def test_that_two_days_are_as_near_as_they_look(other, found):
    assert ressemblance.jour(BORN, other) is found


def test_that_a_day_written_for_want_of_another_is_only_a_year():
    for day in (date(1980, 1, 1), date(1980, 12, 31)):
        assert ressemblance.jour(day, day) is Jour.ANNEE
    assert ressemblance.jour(date(1980, 1, 2), date(1980, 1, 2)) is Jour.MEME
    assert ressemblance.raison(Jour.ANNEE, Nom.PRENOM) == ""
    assert ressemblance.raison(Jour.ANNEE, Nom.SON).startswith("Même année de naissance, nom")


@pytest.mark.parametrize(
    ("jour", "nom", "said"),
    [
        (Jour.MEME, Nom.MEME, "Même date de naissance, même nom et même prénom"),
        (Jour.MEME, Nom.FAMILLE, "Même date de naissance, même nom"),
        (Jour.INVERSE, Nom.FAUTE,
         "Jour et mois de naissance inversés, nom à une ou deux lettres près"),
        (Jour.CHIFFRE, Nom.INVERSE,
         "Date de naissance à un chiffre près, nom et prénom inversés"),
        (Jour.INCONNU, Nom.MEME, "Même nom et même prénom"),
        (Jour.MEME, Nom.AUTRE, ""),
        (Jour.CHIFFRE, Nom.PROCHE, ""),
        (Jour.INVERSE, Nom.PRENOM, ""),
        (Jour.INCONNU, Nom.FAMILLE, ""),
        (Jour.AUTRE, Nom.MEME, ""),
    ],
)  # fmt: skip
def test_that_a_reason_is_said_only_when_it_is_one(jour, nom, said):
    assert ressemblance.raison(jour, nom) == said


@pytest.mark.parametrize(("length", "most"), [(1, 0), (3, 0), (4, 1), (7, 1), (8, 2), (20, 2)])
def test_that_longer_names_may_hold_more_slips(length, most):
    assert slips(length) == most
