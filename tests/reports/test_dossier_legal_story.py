"""Each kind of block is drawn; a short table stays whole, a contents list gives the right pages."""

from dataclasses import replace

import pytest

from microstructure_desktop.reports.dossier_legal import dossier_legal
from microstructure_desktop.reports.dossier_legal_imprime import (
    Case,
    Cases,
    DossierImprime,
    Grille,
    PapierImprime,
    PartieImprimee,
    Puces,
    Signatures,
    Textes,
)
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, reader, texts, whole

GRID = Grille(("Quoi", "Comment"), (1, 2), tuple((f"Ligne {n}", "mots " * 20) for n in range(12)))


def one(*blocs, **changes) -> DossierImprime:
    paper = PapierImprime("Un papier", "Chapeau.", (PartieImprimee("Partie", blocs),), "Ici")
    return replace(DossierImprime(cases.CABINET, (paper,), "", make.NOW), **changes)


@pytest.mark.parametrize(
    ("bloc", "said"),
    [
        (Textes(("Une phrase.",)), "Une phrase."),
        (Puces(("Un point.",)), "• Un point."),
        (Grille(("Quoi", "Comment"), (1, 2), (("Ceci", "Ainsi"),)), "Quoi Ceci Comment Ainsi"),
        (Cases("Groupe", (Case("Ligne", True, "Vu.", "Aide."),)), "✓ Ligne Aide. Vu."),
        (Cases("", (Case("Ligne", False, "À voir"),)), "☐ Ligne À voir"),
        (Signatures(("Pour l’un", "Pour l’autre")), "Pour l’un Pour l’autre"),
    ],
)
def test_that_each_block_is_printed(bloc, said):
    found = plain(whole(dossier_legal(one(bloc))))
    assert said in found
    assert "Sources : Ici." in found


def test_that_a_short_table_stands_on_one_page():
    sentences = Textes(tuple(f"Phrase {n}." for n in range(28)))
    first, second = texts(dossier_legal(one(sentences, GRID)))
    assert "Ligne 0" not in first
    assert "Ligne 11" in second


def test_that_the_contents_give_the_page_of_each_paper():
    long = PapierImprime("Premier", "Chapeau.", (PartieImprimee("A", (GRID, GRID)),), "Ici")
    other = replace(long, titre="Second", parties=())
    made = one(entier=True, papiers=(long, other), manquants=("Adresse",))
    pages = texts(dossier_legal(made))
    assert "Il reste à compléter\xa0: Adresse." in pages[0].replace(" :", "\xa0:")
    at = next(n for n, text in enumerate(pages, 1) if n > 1 and "Second" in text)
    assert plain(pages[0]).find(f"2 Second {at}") > 0
    assert [entry.title for entry in reader(dossier_legal(made)).outline] == ["Premier", "Second"]


def test_that_large_letters_take_more_room():
    sentences = Textes(tuple("Une phrase de la notice." for _ in range(30)))
    small, large = (len(texts(dossier_legal(one(sentences, gros=g)))) for g in (False, True))
    assert (small, large) == (1, 2)
