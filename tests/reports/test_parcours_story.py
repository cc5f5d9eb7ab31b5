"""What « Mon parcours » says, and how it holds on one page."""

import pytest

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.parcours import Objectif, parcours
from tests.reports import cases
from tests.reports.parcours_cases import LONG, contenu, question
from tests.reports.reading import plain, texts, whole


def test_that_the_page_says_what_changed_in_plain_words():
    found = plain(whole(parcours(contenu())))
    for part in (
        "Mon parcours",
        "Sophie · dossier n° 0027",
        "Votre suivi a commencé le 3 mars 2026. Vous avez rencontré :",
        "Camille Morel, psychologue : 4 fois",
        "Dr Anne Lemoine, médecin généraliste : 1 fois",
        "Consommation d’alcool",
        "24 sur 40 le 3 mars → 9 sur 40 le 2 octobre 2026",
        "Ce qui vous aide Ma sœur, la marche.",
        "Boire moins En cours",
        "Mardi 24 novembre 2026 à 09:15, avec Camille Morel, psychologue",
        "Un score aide à en parler ; il ne dit pas tout.",
        "Si vous allez mal : 3114, jour et nuit ; urgence : 15.",
    ):
        assert part in found
    assert "AUDIT" not in found
    assert "autre mesure" not in found


@pytest.mark.parametrize("count", [0, 1, 2, 5, 40])
@pytest.mark.parametrize("full", [False, True])
def test_that_one_page_holds_it_whatever_there_is(count, full):
    much = {}
    if full:
        someone = cases.MEMBRES[cases.PSY]
        much = {
            "prenom": "Marie-Charlotte-Éléonore " * 6,
            "rencontres": tuple((someone, n) for n in range(9, 0, -1)),
            "appuis": LONG,
            "objectifs": tuple(Objectif(LONG, "Atteint en partie") for _ in range(5)),
        }
    made = parcours(contenu(changements=tuple(question(n) for n in range(count)), **much))
    (page,) = texts(made)
    shown = page.count("Question numéro")
    told = plain(page)
    assert shown == count or shown >= (1 if full else 4)
    assert shown == count or f"et {count - shown} autre" in told
    assert "urgence : 15." in told
    assert raster.count(made) == 1


def test_that_the_most_recent_changes_are_kept():
    found = plain(whole(parcours(contenu(changements=tuple(question(n) for n in range(40))))))
    assert "Question numéro 0 " in found
    assert "Question numéro 39 " not in found


def test_that_little_to_say_is_said_simply():
    bare = contenu(
        debut=None, rencontres=(), changements=(), appuis=" ", objectifs=(), prochain=None
    )
    found = plain(whole(parcours(bare)))
    assert "Vous allez rencontrer l’équipe." in found
    assert "Il faut au moins deux mesures pour voir un changement." in found
    assert "Aucun rendez-vous n’est noté." in found
    assert "Ce qui vous aide" not in found
    assert "Vos objectifs" not in found
