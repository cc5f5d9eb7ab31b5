"""The legal file is made in memory, the same each time, and says whether it was read over."""

from dataclasses import replace

from microstructure_desktop.reports.dossier_legal import TITLE, dossier_legal
from microstructure_desktop.reports.dossier_legal_imprime import (
    DossierImprime,
    PapierImprime,
    PartieImprimee,
    Textes,
)
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, reader, whole

PAPER = PapierImprime(
    "Une notice", "À lire.", (PartieImprimee("Qui", (Textes(("Une phrase.",)),)),), "Textes"
)
ONE = DossierImprime(cases.CABINET, (PAPER,), "", make.NOW)


def test_that_the_same_file_gives_the_same_bytes():
    assert dossier_legal(ONE) == dossier_legal(ONE)


def test_that_it_says_that_it_is_a_model_until_somebody_read_it_over():
    said = plain(whole(dossier_legal(ONE)))
    assert said.count("Modèle à faire relire") == 2
    read = plain(whole(dossier_legal(replace(ONE, relecture="Me Untel, le 3 mars"))))
    assert "relu par : Me Untel, le 3 mars" in read
    assert "à faire relire" not in read


def test_that_the_file_is_called_what_it_is():
    assert reader(dossier_legal(ONE)).metadata.title == "Une notice"
    assert reader(dossier_legal(replace(ONE, entier=True))).metadata.title == TITLE
