"""What the legal file is made from says nothing by itself."""

from microstructure_desktop.reports.dossier_legal_imprime import DossierImprime, PapierImprime
from tests import factories as make
from tests.reports import cases


def test_that_one_paper_alone_is_in_ordinary_letters():
    paper = PapierImprime("Titre", "Chapeau", (), "Source")
    made = DossierImprime(cases.CABINET, (paper,), "", make.NOW)
    assert (made.entier, made.gros, made.manquants) == (False, False, ())
