"""Names that are said alike have one key; names that are not keep their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.phonetique import cle
from microstructure_desktop.domain.text import normalise

LETTERS = "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæ '’-"


@pytest.mark.parametrize(
    "spellings",
    [
        "Dupont Dupond Dupon",
        "Lefèvre Lefebvre Lefaivre Lefeuvre",
        "Benoît Benoist Benoit",
        "Thévenot Tevenaud Thévenod",
        "Mohamed Mohammed Mouhamed MOHAMMED",
        "Yacine Yassine Iacine",
        "Katia Catia",
        "Christophe Cristof Kristophe",
        "Renault Renaud Renaut Reno Reneau",
        "Thibault Thibaud Tibo",
        "Gauthier Gautier Gautié",
        "Gomez Gomes Gomès",
        "Lopez Lopes",
        "Djamel Jamel Djamèl",
        "Khaled Kaled Caled",
        "Ouassim Wassim Ouacim",
        "Baptiste Batiste",
        "Georges Jorge",
        "Jean Jan",
        "Mickaël Michaël Mikael",
        "Leclerc Leclair Leclère",
        "N’Diaye Ndiaye N'DIAYE",
        "Bah Ba Bâ",
        "Philippe Filipe Phillippe",
        "Lambert Lembert",
        "Chérif Shérif Schérif",
        "Agathe Agate",
        "Saadi Sadi Sahadi",
        "Guy Gui",
        "Quentin Kentin",
        "Œuvrard Euvrard",
        "Raphaël Rafael",
        "Sylvain Silvin",
    ],
)
def test_that_what_is_said_alike_has_one_key(spellings):
    assert len({cle(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        "Dupont Dupuis Dumont",
        "Martin Marin Mathieu",
        "Bernard Bertrand",
        "Petit Petri Pietri",
        "Ahmed Amadou Hamza",
        "Diallo Diarra Diop",
        "Nguyen Tran Pham",
        "Marie Maria Mario",
        "Louis Louise Lucas",
        "Chen Ken Jen",
        "Girard Gérard Guérard",
        "Roger Roux",
    ],
)
def test_that_what_is_said_otherwise_keeps_its_own_key(names):
    assert len({cle(name) for name in names.split()}) == len(names.split())


def test_that_each_word_has_its_key():
    assert cle("Jean-Marc de  la Fère") == "jan mark de la fer"
    assert cle("  12 /// ") == ""


@given(st.text())
def test_that_any_text_has_a_key_and_one_spelling_of_it(text):
    assert cle(text) == cle(normalise(text))


@given(st.text(alphabet=LETTERS))
def test_that_case_and_accents_are_not_heard(text):
    assert cle(text.upper()) == cle(text) == cle(normalise(text).upper())
