"""Every code has its word, and each figure says how whole it is."""

from dataclasses import replace

import pytest

from microstructure_desktop.animateur import report_words as words
from microstructure_desktop.animateur.completeness import Case, Completude, EtatCase
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe

from .annees import OCT, TOTAL, WHOLE


@pytest.mark.parametrize(
    ("listed", "codes"),
    [
        (words.ACTEURS, Acteur),
        (words.ACTES, NatureActe),
        (words.MODALITES, Modalite),
        (words.ETATS, EtatCase),
    ],
)
def test_that_no_code_is_without_a_word(listed, codes):
    assert set(listed) == set(codes)
    assert len(set(listed.values())) == len(listed)


def test_that_signs_are_told_apart_without_colour():
    assert len({words.signe(Case(OCT, etat)) for etat in EtatCase}) == len(EtatCase)
    assert all(f"{words.signe(Case(OCT, each))}\xa0: " in words.LEGENDE for each in EtatCase)


def test_that_a_year_says_how_much_of_it_is_here():
    assert words.completude(WHOLE) == (
        "Tous les mois reçus\xa0: 27 structures sur 30\xa0; des autres, les mois arrivés. "
        "Année en cours, arrêtée à novembre\xa02025."
    )
    over = replace(WHOLE, arretee=None, total=replace(TOTAL, completude=Completude(3, 3)))
    assert words.completude(over) == "Tous les mois reçus\xa0: 3 structures sur 3."


def test_that_small_numbers_are_told_without_their_number():
    assert words.masquees(0, 5) == ""
    assert words.masquees(2, 5).startswith("2\xa0structures en plus, où moins de 5 personnes")


@pytest.mark.parametrize("sorte", ["definition", "absent"])
def test_that_what_is_explained_has_a_title_and_a_text(sorte):
    heads, *rows = words.paires(sorte)
    assert len(heads) == 2
    assert len(rows) >= 5
    assert all(title and text.endswith(".") for title, text in rows)


def test_that_profiles_are_counted_and_never_told():
    assert words.profils(0).startswith("Aucune structure n’a joint le profil")
    assert words.profils(1).startswith("1\xa0structure a joint le profil")
    assert words.profils(3).startswith("3\xa0structures ont joint le profil")
    assert words.profils(3).endswith("ce rapport n’en publie aucun.")
